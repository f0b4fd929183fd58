package io.github.datalab4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
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

  @ParameterizedTest
  @ValueSource(strings = {"https://x\r", "https://x\u001b[31mEVIL", "https://x y", "https://ä"})
  void originThatNobodyMadeIsRefused(String origin) {
    String forged = ResumeToken.of(origin, "k").toString();

    assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(forged));
  }

  @Test
  void hugeTextIsRefused() {
    StringBuilder text = new StringBuilder("dl4j1.");
    for (int i = 0; i < 100_000; i++) {
      text.append('A');
    }

    assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(text.toString()));
  }

  /** Of the longest host and key, in the characters that take the most bytes. */
  @Test
  void theLongestTokenThatIsMadeIsRead() {
    String label = text('h', 62) + ".";
    Origin origin = Origin.parse("https://" + label + label + label + label + ":65535");
    String key = text('図', 4096 / 3);

    String token = ResumeToken.of(origin.text(), LookupKey.check(key)).toString();

    assertEquals(key, ResumeToken.parse(token).address());
    assertThrows(IllegalArgumentException.class, () -> LookupKey.check(key + "図"));
  }

  @Property
  void anyAddressSurvivesTheText(@ForAll @AlphaChars @StringLength(min = 1, max = 300) String key) {
    ResumeToken read = ResumeToken.parse(ResumeToken.of(ORIGIN, "/p/" + key).toString());

    assertEquals("/p/" + key, read.address());
  }

  @Property
  void anyOriginAndAddressSurviveTheText(
      @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 50) String origin,
      @ForAll @StringLength(min = 1, max = 300) String path) {
    Assume.that(UTF_8.newEncoder().canEncode(path));

    ResumeToken read = ResumeToken.parse(ResumeToken.of(origin, "/" + path).toString());

    assertEquals(origin, read.origin());
    assertEquals("/" + path, read.address());
  }

  /** Of each length, so that Base64 ends in each of its ways. */
  @ParameterizedTest
  @ValueSource(strings = {"k", "k_", "k_1", "/api/v1/x", "/api/v1/x?y"})
  void everyTruncationIsRefused(String address) {
    String text = ResumeToken.of(ORIGIN, address).toString();

    for (int length = 0; length < text.length(); length++) {
      String cut = text.substring(0, length);
      assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(cut), cut);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "k_", "k_1", "/api/v1/x", "/api/v1/x?y"})
  void everyOtherCharacterAnywhereIsRefused(String address) {
    String text = ResumeToken.of(ORIGIN, address).toString();

    for (int at = 0; at < text.length(); at++) {
      for (char other = ' '; other <= 'z'; other++) {
        String changed = text.substring(0, at) + other + text.substring(at + 1);
        if (!changed.equals(text)) {
          assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(changed), changed);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "k_", "k_1"})
  void anythingBeforeOrBehindIsRefused(String address) {
    String text = ResumeToken.of(ORIGIN, address).toString();

    for (String more : new String[] {" ", "\n", "=", "A", "."}) {
      assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(text + more), more);
      assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(more + text), more);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", "..", "access"})
  void aTokenOfAKeyThatIsNoneIsDamaged(String key) {
    String text = ResumeToken.of(ORIGIN, key).toString();

    assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(text));
  }

  @Test
  void aForgedTokenWithoutOriginOrAddressIsDamaged() {
    String noOrigin = ResumeToken.of("", "k").toString();
    String noAddress = ResumeToken.of(ORIGIN, "").toString();

    assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(noOrigin));
    assertThrows(InvalidTokenException.class, () -> ResumeToken.parse(noAddress));
  }

  @Property
  void anyVersionButTheFirstIsNamedAsUnknown(@ForAll @IntRange(min = 2) int version) {
    InvalidTokenException error =
        assertThrows(
            InvalidTokenException.class, () -> ResumeToken.parse("dl4j" + version + ".AAAA"));

    assertTrue(error.getMessage().contains("version"), error.getMessage());
  }

  private static String text(char c, int length) {
    char[] text = new char[length];
    Arrays.fill(text, c);
    return new String(text);
  }
}
