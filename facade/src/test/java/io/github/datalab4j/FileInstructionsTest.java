package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class FileInstructionsTest {
  @Test
  void pagesKeepTheirOrder() {
    FileInstructions instructions =
        FileInstructions.builder().page(7, "seven").page(0, "zero").build();

    assertEquals(
        Arrays.asList(FileInstructions.Page.of(7, "seven"), FileInstructions.Page.of(0, "zero")),
        instructions.pages());
  }

  @Test
  void pagesMayBeGivenAsAList() {
    assertEquals(
        FileInstructions.builder().page(1, "one").page(2, "two").build(),
        FileInstructions.builder()
            .pages(
                Arrays.asList(
                    FileInstructions.Page.of(1, "one"), FileInstructions.Page.of(2, "two")))
            .build());
  }

  @Test
  void anEmptyListOfPagesIsRefused() {
    assertRefused(
        "list of pages is empty", () -> FileInstructions.builder().pages(Collections.emptyList()));
  }

  @Test
  void aPageBelowZeroIsRefused() {
    assertRefused("Page -1", () -> FileInstructions.builder().page(-1, "text"));
  }

  @Test
  void aPageNamedTwiceIsRefused() {
    assertRefused(
        "Page 3 has instructions already",
        () -> FileInstructions.builder().page(3, "a").page(3, "b"));
  }

  @Test
  void blankTextsAreRefused() {
    assertRefused("must not be blank", () -> FileInstructions.builder().general(" "));
    assertRefused("for page 2 must not be blank", () -> FileInstructions.builder().page(2, ""));
  }

  @Test
  void halfACharacterIsRefusedWhichUtf8HasNoFormFor() {
    assertRefused(
        "must not hold half a character", () -> FileInstructions.builder().general("a\ud83d"));
    assertRefused("must not hold half a character", () -> Iteration.builder("\ude00 a"));
    assertRefused(
        "must not hold half a character",
        () -> Iteration.builder("a").fileInstructionsJson("[\"\ud83d\"]"));
    assertEquals(
        "😀", FileInstructions.builder().page(0, "😀").build().pages().get(0).instructions());
  }

  @Test
  void instructionsWithoutTextAreRefused() {
    assertRefused("Instructions without text", () -> FileInstructions.builder().build());
  }

  @Test
  void instructionsAreEqualByTheirTexts() {
    FileInstructions one = FileInstructions.builder().general("g").page(1, "p").build();

    assertEquals(one, FileInstructions.builder().page(1, "p").general("g").build());
    assertEquals(
        one.hashCode(), FileInstructions.builder().page(1, "p").general("g").build().hashCode());
    assertNotEquals(one, FileInstructions.builder().general("g").build());
    assertNotEquals(one, FileInstructions.builder().general("g").page(2, "p").build());
    assertEquals("FileInstructions{general=g, pages=[1: p]}", one.toString());
  }

  private static void assertRefused(String message, Executable build) {
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, build);
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }
}
