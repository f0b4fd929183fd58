package io.github.datalab4j.api;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All classes that lie where one of them does, be it a folder or a jar. */
final class ClassFiles {
  private ClassFiles() {}

  static List<Class<?>> beside(Class<?> one) throws IOException, ReflectiveOperationException {
    Path place = place(one);
    if (Files.isDirectory(place)) {
      return load(names(place), one.getClassLoader());
    }
    try (FileSystem jar = FileSystems.newFileSystem(place, (ClassLoader) null)) {
      return load(names(jar.getPath("/")), one.getClassLoader());
    }
  }

  private static Path place(Class<?> one) {
    URL url = one.getProtectionDomain().getCodeSource().getLocation();
    try {
      return Paths.get(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(url.toString(), e);
    }
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class"))
          .filter(name -> !name.endsWith("-info.class") && !name.startsWith("META-INF"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .collect(Collectors.toList());
    }
  }

  private static List<Class<?>> load(List<String> names, ClassLoader loader)
      throws ClassNotFoundException {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(Class.forName(name, false, loader));
    }
    return classes;
  }
}
