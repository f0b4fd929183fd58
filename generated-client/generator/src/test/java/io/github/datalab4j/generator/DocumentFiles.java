package io.github.datalab4j.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.Assumptions;

/** The documents that tests generate from. */
final class DocumentFiles {
  private DocumentFiles() {}

  /** The API document of this project. */
  static Path datalab() {
    return Paths.get("..", "..", "api-spec", "src", "main", "resources", "META-INF", "datalab4j")
        .resolve("datalab-openapi.yaml")
        .toAbsolutePath()
        .normalize();
  }

  /** A test's own document, from the test resources. */
  static Path own(String name) {
    return Paths.get("src", "test", "resources", "documents", name).toAbsolutePath();
  }

  /** A document of another service; the test is skipped where these are not at hand. */
  static Path foreign(String name) {
    for (Path at = Paths.get("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path document = at.resolve("shared").resolve("specs").resolve(name);
      if (Files.isRegularFile(document)) {
        return document;
      }
    }
    return Assumptions.abort("No folder shared/specs beside this checkout: " + name);
  }

  /** Writes a document into a folder. */
  static Path write(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("document.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
