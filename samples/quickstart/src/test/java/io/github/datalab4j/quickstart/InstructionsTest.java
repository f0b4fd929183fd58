package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.datalab4j.FileInstructions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionsTest {
  @Test
  void generalAndPagesOfOneFileAreJoined() {
    assertEquals(
        Map.of(
            "a.pdf",
            FileInstructions.builder().general("A scan").page(3, "Skip it").page(1, "b").build()),
        parse(
            List.of("a.pdf", "b.pdf"),
            List.of("a.pdf=A scan"),
            List.of("a.pdf:3=Skip it", "a.pdf:1=b")));
  }

  @Test
  void theTextMayHoldEveryCharacter() {
    assertEquals(
        Map.of("a.pdf", FileInstructions.builder().general("x=1: \"y\"\nz=2").build()),
        parse(List.of("a.pdf"), List.of("a.pdf=x=1: \"y\"\nz=2"), List.of()));
  }

  @Test
  void aPagesTextMayHoldLineBreaks() {
    assertEquals(
        Map.of("a.pdf", FileInstructions.builder().page(2, "one\ntwo").build()),
        parse(List.of("a.pdf"), List.of(), List.of("a.pdf:2=one\ntwo")));
  }

  @Test
  void aNameMayHoldEqualsSigns() {
    assertEquals(
        Map.of("x=y.pdf", FileInstructions.builder().general("c=d").build()),
        parse(List.of("x=y.pdf"), List.of("x=y.pdf=c=d"), List.of()));
  }

  @Test
  void aNameMayHoldColons() {
    assertEquals(
        Map.of("12:30.pdf", FileInstructions.builder().page(4, "c").build()),
        parse(List.of("12:30.pdf"), List.of(), List.of("12:30.pdf:4=c")));
  }

  @Test
  void ofTwoNamesThatFitTheLongerIsMeant() {
    assertEquals(
        Map.of("a=b", FileInstructions.builder().general("c").build()),
        parse(List.of("a", "a=b"), List.of("a=b=c"), List.of()));
  }

  @Test
  void ofTwoNamesThatFitAPageTheLongerWithAPageIsMeant() {
    assertEquals(
        Map.of("a", FileInstructions.builder().page(1, "2=c").build()),
        parse(List.of("a", "a:1=2"), List.of(), List.of("a:1=2=c")));
  }

  @Test
  void anInstructionForAFileThatIsNotSentNamesThoseThatAre() {
    assertEquals(
        "--instruct names 'c.pdf', which is not sent (sent are b.pdf, a.pdf): add it by --file or"
            + " correct the name.",
        refusal(List.of("b.pdf", "a.pdf"), List.of("c.pdf=x"), List.of()));
  }

  @Test
  void anInstructionWithoutAnyFileSaysSo() {
    assertEquals(
        "--page names 'c.pdf', which is not sent (no file is): add it by --file or correct the"
            + " name.",
        refusal(List.of(), List.of(), List.of("c.pdf:3=x")));
  }

  @Test
  void withoutAnEqualsSignTheFormIsSaid() {
    assertEquals(
        "--instruct 'a.pdf' has no '=': write NAME=TEXT.",
        refusal(List.of("a.pdf"), List.of("a.pdf"), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.pdf",
        "a.pdf:",
        "a.pdf:x=y",
        "a.pdf:-1=y",
        "a.pdf:=y",
        "a.pdf:1",
        "a.pdf:1-2=y",
        "a.pdf:1.5=y",
        "a.pdf:9999999999=y",
        "3=y",
        "a.pdf=y"
      })
  void aMalformedPageIsToldTheForm(String text) {
    assertEquals(
        "--page '" + text + "' is not of the form NAME:N=TEXT, such as \"report.pdf:3=Skip it\".",
        refusal(List.of("a.pdf"), List.of(), List.of(text)));
  }

  @Test
  void aSecondGeneralTextIsRefused() {
    assertEquals(
        "--instruct says something about a twice: join the texts.",
        refusal(List.of("a"), List.of("a=1", "a=2"), List.of()));
  }

  @Test
  void aPageNamedTwiceIsRefused() {
    assertEquals(
        "--page 'a:1=y': Page 1 has instructions already: put both into one text.",
        refusal(List.of("a"), List.of(), List.of("a:1=x", "a:1=y")));
  }

  @Test
  void anEmptyTextIsRefused() {
    assertEquals(
        "--instruct 'a= ': The general instructions must not be blank.",
        refusal(List.of("a"), List.of("a= "), List.of()));
  }

  private static Map<String, FileInstructions> parse(
      List<String> names, List<String> instruct, List<String> page) {
    return Instructions.parse(names, instruct, page);
  }

  private static String refusal(List<String> names, List<String> instruct, List<String> page) {
    return assertThrows(UsageException.class, () -> parse(names, instruct, page)).getMessage();
  }
}
