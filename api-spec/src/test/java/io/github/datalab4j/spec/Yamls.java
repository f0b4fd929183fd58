package io.github.datalab4j.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the shipped document and what was published from the class path. */
final class Yamls {
  static final String DOCUMENT = "META-INF/datalab4j/datalab-openapi.yaml";
  private static final Path FRAGMENTS = Path.of("src", "test", "resources", "fragments");

  private Yamls() {}

  /** The resources that hold what was published, sorted; there is at least one. */
  static List<String> published() {
    try (Stream<Path> files = Files.list(FRAGMENTS)) {
      return files.map(file -> "fragments/" + file.getFileName()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a parser is known to say against the document, sorted. */
  static List<String> knownMessages() {
    return text("parser-messages.txt").lines().filter(line -> !line.startsWith("#")).toList();
  }

  static String text(String resource) {
    try (InputStream in = Yamls.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The maps keep the order of their keys; a key that stands twice is an error. */
  static Map<String, Object> tree(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new Yaml(new SafeConstructor(options)).load(yaml);
  }

  /** The keys of an object in a document; none where it is not there. */
  static Set<String> keys(String yaml, String... path) {
    Object at = tree(yaml);
    for (String key : path) {
      at = at instanceof Map<?, ?> map ? map.get(key) : null;
    }
    Set<String> keys = new LinkedHashSet<>();
    if (at instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> keys.add((String) key));
    }
    return keys;
  }

  /** One text for one tree: values, their types and the order of keys all show in it. */
  static String canonical(Object tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setDefaultScalarStyle(DumperOptions.ScalarStyle.PLAIN);
    return new Yaml(options).dump(tree);
  }
}
