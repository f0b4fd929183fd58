package io.github.datalab4j.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed instance leaves is looked at in KillIT. */
class UploadFolderTest {
  @TempDir Path all;

  @Test
  void theDocumentsOfAnInstanceThatLivesStay() throws Exception {
    UploadFolder first = folder();
    Path document = Files.createFile(first.path().resolve("document"));

    UploadFolder second = folder();

    assertTrue(Files.exists(document));
    assertNotEquals(first.path(), second.path());
    second.destroy();
    first.destroy();
  }

  @Test
  void whatItDidNotMakeStays() throws Exception {
    Path foreign = Files.createFile(Files.createDirectory(all.resolve("home")).resolve("letter"));

    folder().destroy();

    assertTrue(Files.exists(foreign));
  }

  @Test
  void nothingIsLeftAfterTheEnd() throws Exception {
    UploadFolder folder = folder();
    Files.createFile(folder.path().resolve("document"));

    folder.destroy();

    assertFalse(Files.exists(folder.path()));
  }

  private UploadFolder folder() throws IOException {
    return new UploadFolder(
        new ServiceSettings(
            "key", "", "", all.toString(), 1, 1, false, Duration.ofSeconds(1), null));
  }
}
