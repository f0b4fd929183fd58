package io.github.datalab4j.consumers;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;

/** A Java of this machine. */
record JavaHome(Path folder, int version) {
  static JavaHome current() {
    return new JavaHome(
        Path.of(System.getProperty("java.home")).toAbsolutePath(), Runtime.version().feature());
  }

  /** The newest of those that lie beside the current one; perhaps itself. */
  static JavaHome newest() throws IOException {
    try (Stream<Path> folders = Files.list(current().folder.toRealPath().getParent())) {
      return folders
          .filter(folder -> Files.isExecutable(folder.resolve("bin/java")))
          .flatMap(JavaHome::read)
          .max(Comparator.comparingInt(JavaHome::version))
          .orElseThrow();
    }
  }

  /** By the file that every JDK has at its top. */
  private static Stream<JavaHome> read(Path folder) {
    try {
      Properties release = new Properties();
      release.load(new StringReader(Files.readString(folder.resolve("release"))));
      String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
      return Stream.of(new JavaHome(folder, Runtime.Version.parse(version).feature()));
    } catch (IOException e) {
      return Stream.of();
    }
  }

  Path program() {
    return folder.resolve("bin/java");
  }
}
