package io.github.datalab4j.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.datalab4j.generator.testing.RawDocument;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents that OpenAPI Generator itself is tested with, from the jar of its tests. */
final class CorpusDocuments {
  private final Path folder;

  private CorpusDocuments(Path folder) {
    this.folder = folder;
  }

  /** Copies what lies below some paths of the jar into a folder. */
  static CorpusDocuments copyTo(Path folder, String... paths) throws IOException {
    URL one = CorpusDocuments.class.getResource("/3_1/petstore.yaml");
    URL jar = ((JarURLConnection) one.openConnection()).getJarFileURL();
    // By its address, there could be one at a time only; tests that use others run beside this.
    try (FileSystem files = FileSystems.newFileSystem(Path.of(URI.create(jar.toString())))) {
      for (String path : paths) {
        copy(files.getPath("/" + path), folder);
      }
    }
    return new CorpusDocuments(folder);
  }

  private static void copy(Path start, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(start)) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        Path copy = folder.resolve(file.toString().substring(1));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  Path file(String path) {
    return folder.resolve(path);
  }

  /** The paths of all files that hold JSON or YAML. */
  List<String> largestFirst() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted(
              Comparator.comparing((Path file) -> -file.toFile().length()).thenComparing(f -> f))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.matches(".*\\.(json|ya?ml)"))
          .collect(Collectors.toList());
    }
  }

  /** Which OpenAPI a file is written in, as it says; Swagger too; empty where it is neither. */
  String version(String path) throws IOException {
    JsonNode root = RawDocument.of(Files.readString(file(path))).root();
    return root.path("openapi").asText(root.path("swagger").asText());
  }
}
