package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.datalab4j.generator.document.UnreadableDocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents that the generator has to refuse, leaving nothing behind. */
final class Refusals {
  private final Path folder;

  Refusals(Path folder) {
    this.folder = folder;
  }

  /** What the generator says of such a file, its path written as {@code FILE}. */
  String of(String name, byte[] content) throws IOException {
    return of(Files.write(Files.createDirectories(folder.resolve("in")).resolve(name), content));
  }

  String of(Path document) throws IOException {
    Path output = folder.resolve("out");
    List<Path> before = files();

    String message =
        assertThrows(
                UnreadableDocumentException.class, () -> GeneratedClient.generate(document, output))
            .getMessage();

    assertEquals(before, files());
    return message.replace(document.toString(), "FILE");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().collect(Collectors.toList());
    }
  }
}
