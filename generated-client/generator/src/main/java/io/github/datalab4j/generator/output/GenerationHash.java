package io.github.datalab4j.generator.output;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A hash over all that decides what is generated: document, settings, templates and the generator's
 * own classes. The classes count by content: a jar packed anew from the same ones changes nothing.
 */
public final class GenerationHash {
  private final Sha256 hash = new Sha256();

  public GenerationHash text(String name, String text) {
    hash.add(name, text);
    return this;
  }

  public GenerationHash settings(Map<String, ?> settings) {
    SortedMap<String, Object> sorted = new TreeMap<>(settings);
    sorted.forEach((name, value) -> hash.add("setting " + name, String.valueOf(value)));
    return this;
  }

  /** The folder or jar that a class comes from, with all that lies beside it. */
  public GenerationHash origin(Class<?> type) {
    try {
      URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Paths.get(location);
      if (Files.isDirectory(path)) {
        return folder(path);
      }
      return jar(path.toFile());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException("The generator's classes have no readable place", e);
    }
  }

  /** Every file of a folder; nothing where there is none. */
  public GenerationHash folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return this;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      SortedMap<String, Path> sorted = new TreeMap<>();
      files
          .filter(Files::isRegularFile)
          .forEach(file -> sorted.put(name(folder.relativize(file)), file));
      for (Map.Entry<String, Path> file : sorted.entrySet()) {
        hash.add(file.getKey(), Files.readAllBytes(file.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
    return this;
  }

  private GenerationHash jar(File file) {
    try (JarFile jar = new JarFile(file)) {
      List<String> names = new ArrayList<>();
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (!entry.isDirectory() && !isPackaging(entry.getName())) {
          names.add(entry.getName());
        }
      }
      Collections.sort(names);
      for (String name : names) {
        try (InputStream content = jar.getInputStream(jar.getEntry(name))) {
          hash.add(name, content.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
    return this;
  }

  /** What packing adds: a folder of classes and the jar made of it have one hash. */
  private static boolean isPackaging(String name) {
    return name.equals("META-INF/MANIFEST.MF") || name.startsWith("META-INF/maven/");
  }

  private static String name(Path relative) {
    return relative.toString().replace(File.separatorChar, '/');
  }

  public String hex() {
    return hash.hex();
  }
}
