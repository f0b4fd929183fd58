package io.github.datalab4j.shrink;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that the programs are made of, and those that they are compiled against. */
final class Jars {
  static final Path APPLICATION = Paths.get("../app").toAbsolutePath().normalize();

  private static final Path TARGET = Paths.get("target").toAbsolutePath();

  private Jars() {}

  /** This module, both jars of ours, and what they need. */
  static List<Path> program() {
    return program(TARGET);
  }

  /** The application, with a screen and a worker, and what it needs. */
  static List<Path> application() {
    return program(APPLICATION.resolve("target"));
  }

  private static List<Path> program(Path target) {
    List<Path> jars = new ArrayList<>(list(target.resolve("program")));
    list(target).stream()
        .filter(jar -> !jar.toString().endsWith("-sources.jar"))
        .forEach(jars::add);
    return jars;
  }

  /** The Android framework. It lacks {@code java.*}, which is the JDK's. */
  static Path android() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Paths.get(entry).getFileName().toString().startsWith("android-all-"))
        .map(Paths::get)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no android-all on the class path"));
  }

  static Path jdk() {
    return Paths.get(System.getProperty("java.home"));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
