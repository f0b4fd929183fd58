package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {
  @TempDir Path folder;

  @Test
  void theEnvironmentHoldsIt() {
    assertEquals("k-123", ApiKeys.find(null, Map.of("DATALAB_API_KEY", " k-123\n")));
  }

  @Test
  void theFileGoesBeforeTheEnvironment() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "from-file\r\n");
    assertEquals("from-file", ApiKeys.find(file, Map.of("DATALAB_API_KEY", "from-environment")));
  }

  @Test
  void aByteOrderMarkIsNoPartOfIt() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "\uFEFFfrom-notepad");
    assertEquals("from-notepad", ApiKeys.find(file, Map.of()));
  }

  @Test
  void anEmptyVariableIsNoKey() {
    assertNull(ApiKeys.find(null, Map.of("DATALAB_API_KEY", "  ")));
  }

  @Test
  void withoutAnyTheMessageSaysWhereToPutIt() {
    UsageException error =
        assertThrows(UsageException.class, () -> ApiKeys.require(null, Map.of()));
    assertEquals(
        "No API key: set DATALAB_API_KEY, or name the file that holds it by --api-key-file.",
        error.getMessage());
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("nowhere");
    assertEquals("There is no file " + file + ": check --api-key-file.", refusal(file));
  }

  @Test
  void aFolderIsNoFile() {
    assertEquals(folder + " is a folder: --api-key-file takes a file.", refusal(folder));
  }

  @Test
  void anEmptyFileIsNoKey() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "\n");
    assertEquals("The file " + file + " is empty: put the API key into it.", refusal(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret words", "secret\nsecret", "secr\u00e9t", "secret\u0001"})
  void whatIsNoKeyIsNotShown(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), content);
    String message = refusal(file);
    assertTrue(message.contains("must be one word of plain ASCII characters"), message);
    assertFalse(message.contains("secr"), message);
  }

  @Test
  void aHugeFileIsNotReadToItsEnd() throws IOException {
    Path file = Files.write(folder.resolve("key"), new byte[10_000_000]);
    assertTrue(refusal(file).contains("holds more than an API key"));
  }

  private static String refusal(Path file) {
    return assertThrows(UsageException.class, () -> ApiKeys.find(file, Map.of())).getMessage();
  }
}
