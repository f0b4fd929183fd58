package io.github.datalab4j.generator.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputManifestTest {
  @TempDir Path folder;
  private Path one;
  private Path two;

  @BeforeEach
  void write() throws IOException {
    one = Files.write(folder.resolve("One.java"), "one".getBytes(UTF_8));
    two = Files.createDirectories(folder.resolve("deep")).resolve("Two.java");
    Files.write(two, "two".getBytes(UTF_8));
    OutputManifest.read(folder).write("hash", Arrays.asList(one, two));
  }

  @Test
  void sameHashAndFilesAreUpToDate() {
    assertTrue(OutputManifest.read(folder).isUpToDate("hash"));
  }

  @Test
  void anotherHashIsNot() {
    assertFalse(OutputManifest.read(folder).isUpToDate("other"));
  }

  @Test
  void missingFileIsNot() throws IOException {
    Files.delete(two);

    assertFalse(OutputManifest.read(folder).isUpToDate("hash"));
  }

  @Test
  void changedFileIsNot() throws IOException {
    Files.write(one, "1".getBytes(UTF_8));

    assertFalse(OutputManifest.read(folder).isUpToDate("hash"));
  }

  @Test
  void emptyFolderIsNot(@TempDir Path empty) {
    assertFalse(OutputManifest.read(empty).isUpToDate(""));
  }

  @Test
  void whatTheNextGenerationNoLongerHasIsDeleted() {
    OutputManifest.read(folder).deleteAllBut(Collections.singletonList(one));

    assertTrue(Files.exists(one));
    assertFalse(Files.exists(two));
  }

  @Test
  void nextGenerationIsWrittenDown() {
    OutputManifest.read(folder).write("next", Collections.singletonList(one));

    assertTrue(OutputManifest.read(folder).isUpToDate("next"));
  }

  @Test
  void filesOfOthersStay() throws IOException {
    Path theirs = Files.write(folder.resolve("Theirs.java"), new byte[0]);

    OutputManifest.read(folder).deleteAllBut(Collections.singletonList(one));

    assertTrue(Files.exists(theirs));
  }
}
