package io.github.datalab4j.generator.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerationHashTest {
  @Test
  void orderOfSettingsDoesNotCount() {
    Map<String, String> one = new LinkedHashMap<>();
    one.put("a", "1");
    one.put("b", "2");
    Map<String, String> other = new LinkedHashMap<>();
    other.put("b", "2");
    other.put("a", "1");

    assertEquals(
        new GenerationHash().settings(one).hex(), new GenerationHash().settings(other).hex());
  }

  @Test
  void everySettingCounts() {
    assertNotEquals(
        new GenerationHash().settings(Collections.singletonMap("a", "1")).hex(),
        new GenerationHash().settings(Collections.singletonMap("a", "2")).hex());
  }

  @Test
  void textsDoNotRunTogether() {
    assertNotEquals(
        new GenerationHash().text("a", "b").text("c", "d").hex(),
        new GenerationHash().text("a", "bc").text("", "d").hex());
  }

  @Test
  void everyFileOfAFolderCountsByContent(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("a.mustache"), "one".getBytes(UTF_8));
    String before = new GenerationHash().folder(folder).hex();
    Files.write(folder.resolve("a.mustache"), "one".getBytes(UTF_8));
    String same = new GenerationHash().folder(folder).hex();
    Files.write(folder.resolve("a.mustache"), "two".getBytes(UTF_8));

    assertEquals(before, same);
    assertNotEquals(before, new GenerationHash().folder(folder).hex());
  }

  @Test
  void missingFolderIsNoFile(@TempDir Path folder) {
    assertEquals(
        new GenerationHash().hex(), new GenerationHash().folder(folder.resolve("none")).hex());
  }

  @Test
  void classesOfAFolderAndOfAJarCount() {
    String ours = new GenerationHash().origin(GenerationHash.class).hex();

    assertEquals(ours, new GenerationHash().origin(GenerationHash.class).hex());
    assertNotEquals(ours, new GenerationHash().origin(Test.class).hex());
  }
}
