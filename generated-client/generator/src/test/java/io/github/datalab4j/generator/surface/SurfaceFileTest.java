package io.github.datalab4j.generator.surface;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SurfaceFileTest {
  private static final String TEXT =
      "# head\n\noperation GET /pets\n  method PetsApi.list\n  result 200\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("deep").resolve("api-surface.txt");
  }

  @Test
  void whatWasWrittenMatches() {
    SurfaceFile.read(file).write(TEXT);

    assertTrue(SurfaceFile.read(file).matches(TEXT));
  }

  @Test
  void windowsLineEndsMatch() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, TEXT.replace("\n", "\r\n").getBytes(UTF_8));

    assertTrue(SurfaceFile.read(file).matches(TEXT));
  }

  @Test
  void anotherTextDoesNotMatch() {
    SurfaceFile.read(file).write(TEXT);

    assertFalse(SurfaceFile.read(file).matches(TEXT + "\n"));
  }

  @Test
  void missingFileMatchesNothing() {
    assertFalse(SurfaceFile.read(file).matches(""));
  }

  @Test
  void namesAreReadBack() {
    SurfaceFile.read(file)
        .write(
            TEXT
                + "\nparts AddParts\n  of POST /pets\n  file \"file\"\n"
                + "\nenum PetKind of String\n  of Pet.kind\n  \"a: b\": A_B\n"
                + "\nobject Pet\n  \"its name\": Map<String, @Nullable Long> itsName, required\n"
                + "  further fields: @Nullable Object\n"
                + "\nunion PetId\n  of Pet.id\n  told apart by \"x\"\n  String: String, maxLength 5\n"
                + "  StringList: List<String> ofStringList, maxItems 5\n");

    assertEquals(
        Map.ofEntries(
            Map.entry("GET /pets", "list"),
            Map.entry("interface petsapi", "PetsApi"),
            Map.entry("parts POST /pets", "AddParts"),
            Map.entry("member AddParts file", "file"),
            Map.entry("schema Pet.kind", "PetKind"),
            Map.entry("member PetKind \"a: b\"", "A_B"),
            Map.entry("schema Pet", "Pet"),
            Map.entry("member Pet its name", "itsName"),
            Map.entry("schema Pet.id", "PetId"),
            Map.entry("member PetId String", "String"),
            Map.entry("member PetId of String", "of"),
            Map.entry("member PetId List<String>", "StringList"),
            Map.entry("member PetId of List<String>", "ofStringList")),
        SurfaceFile.read(file).names());
  }

  @Test
  void differenceNamesFileChangeAndCommand() {
    SurfaceFile.read(file).write(TEXT);

    String message =
        SurfaceFile.read(file).difference(TEXT.replace("list", "all"), "mvn do -Daccept");

    assertTrue(message.contains(file.toString()), message);
    assertTrue(message.contains("-   method PetsApi.list\n"), message);
    assertTrue(message.contains("+   method PetsApi.all\n"), message);
    assertTrue(message.contains("\n    mvn do -Daccept\n"), message);
  }

  @Test
  void differenceInOrderAloneIsSaidToBeOne() {
    SurfaceFile.read(file).write("b\n  two\n\na\n  one\n");

    String message = SurfaceFile.read(file).difference("a\n  one\n\nb\n  two\n", "x");

    assertTrue(message.contains("only in the order"), message);
  }

  @Test
  void missingFileIsSaidToBeMissing() {
    String message = SurfaceFile.read(file).difference(TEXT, "mvn do -Daccept");

    assertTrue(message.startsWith("There is no surface file"), message);
    assertTrue(message.contains("mvn do -Daccept"), message);
  }
}
