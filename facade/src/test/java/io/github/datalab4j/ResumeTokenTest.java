package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTokenTest {
  private static final String ORIGIN = "https://www.datalab.to";
  private static final String PATH = "/api/v1/custom_processors/k_1?team=ä";

  @Test
  void textFormIsStable() {
    assertEquals(
        "dl4j1.aHR0cHM6Ly93d3cuZGF0YWxhYi50bwprXzGHsix3", ResumeToken.of(ORIGIN, "k_1").toString());
  }

  @Test
  void pathSurvivesTheText() {
    ResumeToken read = ResumeToken.parse(ResumeToken.of(ORIGIN, PATH).toString());

    assertEquals(ORIGIN, read.origin());
    assertEquals(PATH, read.address());
    assertTrue(read.isPath());
  }

  @Test
  void bareKeyIsNoPath() {
    assertFalse(ResumeToken.parse(ResumeToken.of(ORIGIN, "k_1").toString()).isPath());
  }

  @Test
  void tokenOfALaterVersionIsNamedAsSuch() {
    InvalidTokenException error =
        assertThrows(InvalidTokenException.class, () -> ResumeToken.parse("dl4j2.AAAA"));

    assertTrue(error.getMessage().contains("version"), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k_1", "dl4j", "dl4j.", "dl4j1", "dl4jx1.AAAA", "DL4J1.AAAA", "."})
  void otherTextIsNoToken(String text) {
    assertFalse(ResumeToken.isToken(text));
    assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dl4j1.", "dl4j1.A", "dl4j1.AAAA", "dl4j1.====", "dl4j1.ä", "dl4j1. "})
  void damagedTokenIsRefused(String text) {
    assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(text));
  }

  @Test
  void hugeTextIsRefused() {
    StringBuilder text = new StringBuilder("dl4j1.");
    for (int i = 0; i < 100_000; i++) {
      text.append('A');
    }

    assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(text.toString()));
  }

  @Property
  void anyAddressSurvivesTheText(@ForAll @AlphaChars @StringLength(min = 1, max = 300) String key) {
    ResumeToken read = ResumeToken.parse(ResumeToken.of(ORIGIN, "/p/" + key).toString());

    assertEquals("/p/" + key, read.address());
  }

  @Property
  void cutOffTokenIsRefused(@ForAll @IntRange(min = 1, max = 60) int missing) {
    String text = ResumeToken.of(ORIGIN, PATH).toString();

    assertThrows(
        InvalidTokenException.class,
        () -> ResumeToken.parse(text.substring(0, text.length() - missing)));
  }

  @Property
  void oneChangedCharacterIsFound(
      @ForAll @IntRange(min = 6, max = 60) int at, @ForAll @AlphaChars char other) {
    String text = ResumeToken.of(ORIGIN, PATH).toString();
    String changed = text.substring(0, at) + other + text.substring(at + 1);

    if (!changed.equals(text)) {
      assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(changed));
    }
  }
}
