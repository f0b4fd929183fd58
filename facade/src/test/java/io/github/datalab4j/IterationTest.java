package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IterationTest {
  private static final Document A = Document.of("a.pdf", new byte[] {1});
  private static final Document B = Document.of("b.png", new byte[] {2});
  private static final FileInstructions SCAN =
      FileInstructions.builder().general("A scan").page(3, "Skip the stamp").build();

  @Test
  void instructionsAreWrittenToTheDocumentedShape() {
    assertEquals(
        "[{\"filename\":\"a.pdf\",\"general_instructions\":\"A scan\","
            + "\"page_instructions\":[{\"page\":3,\"instructions\":\"Skip the stamp\"}]}]",
        Iteration.builder("r").file(A, SCAN).build().fileInstructionsJson());
  }

  @Test
  void keysThatWereNotSetAreLeftOut() {
    FileInstructions general = FileInstructions.builder().general("g").build();
    FileInstructions page = FileInstructions.builder().page(0, "p").build();

    assertEquals(
        "[{\"filename\":\"a.pdf\",\"general_instructions\":\"g\"},"
            + "{\"filename\":\"b.png\",\"page_instructions\":[{\"page\":0,\"instructions\":\"p\"}]}]",
        Iteration.builder("r").file(A, general).file(B, page).build().fileInstructionsJson());
  }

  @Test
  void withoutInstructionsThereIsNoJson() {
    assertNull(Iteration.builder("r").file(A).file(B).build().fileInstructionsJson());
  }

  @Test
  void filesWithoutInstructionsAreLeftOut() {
    assertEquals(
        Collections.singleton("b.png"),
        Iteration.builder("r").file(A).file(B, SCAN).build().instructions().keySet());
  }

  @Test
  void instructionsMayComeBeforeTheirFile() {
    assertEquals(
        Iteration.builder("r").file(A, SCAN).build(),
        Iteration.builder("r").instructions("a.pdf", SCAN).file(A).build());
  }

  @Test
  void instructionsFollowTheOrderOfTheFiles() {
    Iteration iteration =
        Iteration.builder("r")
            .instructions("b.png", SCAN)
            .instructions("a.pdf", SCAN)
            .file(A)
            .file(B)
            .build();

    assertEquals(
        Arrays.asList("a.pdf", "b.png"), new ArrayList<>(iteration.instructions().keySet()));
  }

  @Test
  void theFileNameInTheJsonIsThePartsNameToTheLetter() {
    Document odd = Document.of("Größe 图.pdf", new byte[] {1});

    String json = Iteration.builder("r").file(odd, SCAN).build().fileInstructionsJson();

    assertTrue(json.contains("\"filename\":\"Größe 图.pdf\""), json);
  }

  @Test
  void jsonIsSentAsItWasGiven() {
    String json = " [ {\"new_key\" : 1.50 , \"x\":null} ] ";

    assertEquals(
        json, Iteration.builder("r").fileInstructionsJson(json).build().fileInstructionsJson());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "null", "\"[]\"", "[", "[] []", "[1,]", "[a]", "['a']", "[] x", "1"})
  void whatIsNoJsonArrayIsRefused(String json) {
    assertThrows(
        IllegalArgumentException.class, () -> Iteration.builder("r").fileInstructionsJson(json));
  }

  @Test
  void anObjectInsteadOfAnArrayIsToldApart() {
    assertRefused(
        "must be a JSON array, [{\"filename\": …}, …], but is an object",
        () -> Iteration.builder("r").fileInstructionsJson("{\"a\":1}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {"7; a number", "\"a\"; a string", "true; a boolean", "null; null"})
  void whatElseIsInThePlaceOfAnArrayIsNamed(String json, String named) {
    assertRefused(
        ", but is " + named + ".", () -> Iteration.builder("r").fileInstructionsJson(json));
  }

  @Test
  void whatIsNoJsonIsSaidWithoutWordsOfTheParser() {
    assertRefused(
        "file_instructions is no valid JSON: it is malformed at path $",
        () -> Iteration.builder("r").fileInstructionsJson("hello"));
    assertRefused(
        "file_instructions is no valid JSON: it ends too early",
        () -> Iteration.builder("r").fileInstructionsJson("[{"));
  }

  @Test
  void jsonAndInstructionsTogetherAreRefused() {
    assertRefused(
        "choose one way",
        () -> Iteration.builder("r").file(A, SCAN).fileInstructionsJson("[]").build());
  }

  @Test
  void instructionsForAFileThatIsNotSentAreRefused() {
    assertRefused(
        "There are instructions for \"c.pdf\", but no such file is sent; files: [a.pdf]",
        () -> Iteration.builder("r").file(A).instructions("c.pdf", SCAN).build());
  }

  @Test
  void twoFilesOfOneNameAreRefused() {
    assertRefused(
        "Two files are named \"a.pdf\"",
        () -> Iteration.builder("r").file(A).file(B.withName("a.pdf")));
  }

  @Test
  void instructionsTwiceForOneFileAreRefused() {
    assertRefused(
        "has instructions already",
        () -> Iteration.builder("r").file(A, SCAN).instructions("a.pdf", SCAN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void aBlankRequestIsRefused(String request) {
    assertRefused("The request must not be blank", () -> Iteration.builder(request));
  }

  @Test
  void filesCannotBeChangedAfterwards() {
    Iteration.Builder builder = Iteration.builder("r").file(A);
    Iteration iteration = builder.build();
    builder.file(B);

    assertEquals(Collections.singletonList(A), iteration.files());
    assertThrows(UnsupportedOperationException.class, () -> iteration.files().clear());
    assertThrows(UnsupportedOperationException.class, () -> iteration.instructions().clear());
  }

  @Test
  void iterationsAreEqualByWhatIsSent() {
    Iteration one = Iteration.builder("r").file(A, SCAN).build();

    assertEquals(one, Iteration.builder("r").file(A, SCAN).build());
    assertEquals(one.hashCode(), Iteration.builder("r").file(A, SCAN).build().hashCode());
    assertNotEquals(one, Iteration.builder("s").file(A, SCAN).build());
    assertNotEquals(one, Iteration.builder("r").file(A).build());
    assertNotEquals(one, Iteration.builder("r").file(B, SCAN).build());
    assertEquals("r", one.request());
    assertTrue(one.toString().contains("a.pdf"), one.toString());
  }

  private static void assertRefused(String message, Executable build) {
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, build);
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }
}
