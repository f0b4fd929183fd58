package io.github.datalab4j.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the shipped document and the published fragments from the class path. */
final class Yamls {
  static final String DOCUMENT = "META-INF/datalab4j/datalab-openapi.yaml";
  static final String ITERATE = "fragments/iterate-custom-pipeline.yaml";
  static final String STATUS = "fragments/get-custom-pipeline-status.yaml";

  private Yamls() {}

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

  /** One text for one tree: values, their types and the order of keys all show in it. */
  static String canonical(Object tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setDefaultScalarStyle(DumperOptions.ScalarStyle.PLAIN);
    return new Yaml(options).dump(tree);
  }
}
