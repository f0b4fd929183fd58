package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\n"})
  void noKeyIsRefusedAtOnce(String key) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> ApiKey.of(key));

    assertTrue(error.getMessage().contains("DATALAB_API_KEY"), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret\n", " secret", "sec ret", "secrét", "secret\u0000"})
  void aKeyThatFitsInNoHeaderIsRefusedWithoutShowingIt(String key) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> ApiKey.of(key));

    assertFalse(error.getMessage().contains("sec"), error.getMessage());
  }

  @Test
  void everyCharacterThatAHeaderMayHoldIsTakenAndAnotherIsToldByItsPosition() {
    assertEquals("!~!~!~", ApiKey.of("!~!~!~").secret());
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> ApiKey.of("secret\u007f"));
    assertTrue(error.getMessage().contains("position 7:"), error.getMessage());
  }

  @Test
  void theTextDoesNotShowTheKey() {
    assertEquals("***", ApiKey.of("secret").toString());
    assertEquals("secret", ApiKey.of("secret").secret());
  }

  @Test
  void theKeyIsMaskedInEveryFormItIsEchoedIn() {
    ApiKey key = ApiKey.of("a/b\"c+d");

    assertEquals("plain ***.", key.mask("plain a/b\"c+d."));
    assertEquals("{\"k\":\"***\"}", key.mask("{\"k\":\"a/b\\\"c+d\"}"));
    assertEquals("{\"k\":\"***\"}", key.mask("{\"k\":\"a\\/b\\\"c+d\"}"));
    assertEquals("/x/***?", key.mask("/x/a%2Fb%22c+d?"));
  }

  @Test
  void theKeyIsMaskedHoweverItsCharactersAreEscaped() {
    ApiKey key = ApiKey.of("a/b&c<d'e");

    assertEquals("***", key.mask("%61%2fb%26c%3Cd%27e"));
    assertEquals("***", key.mask("\\u0061\\/b\\u0026c\\u003Cd\\u0027e"));
    assertEquals("***", key.mask("&#97;&#x2F;b&amp;c&lt;d&apos;e"));
    assertEquals("***", key.mask("a&#x002f;b&#0038;c&#x3c;d&#39;e"));
  }

  @Test
  void theKeyIsMaskedInJsonThatIsATextOfJson() {
    ApiKey key = ApiKey.of("canary/key+4711");

    assertEquals("***", key.mask("canary\\\\\\/key+4711"));
    assertEquals("***", key.mask("canary\\\\u002fkey\\u002B4711"));
    assertEquals("***", key.mask("canary\\u0026#x2f;key+4711"));
    assertEquals(
        Collections.singletonMap("***", Arrays.asList("***", 1L, null)),
        key.maskAll(
            Collections.singletonMap(
                "canary/key+4711", Arrays.asList("canary\\/key+4711", 1L, null))));
  }

  @Test
  void bytesWithNeitherTheKeyNorAnEscapeDoNotTellIt() throws IOException {
    ApiKey key = ApiKey.of("secret-A");

    assertFalse(key.mayBeIn(json("{\"status\":\"processing\",\"by\":\"secret-B\"}")));
    assertTrue(key.mayBeIn(json("{\"by\":\"secret-A\"}")));
    assertTrue(key.mayBeIn(json("{\"by\":\"\\u0073ecret-A\"}")));
    assertTrue(key.mayBeIn(json("{\"by\":\"%73ecret-A\"}")));
    assertTrue(key.mayBeIn(json("{\"by\":\"&#x73;ecret-A\"}")));
    assertFalse(ApiKey.of("short").mayBeIn(json("{\"by\":\"short\"}"))); // as mask leaves it
    assertTrue(ApiKey.of("longer").mayBeIn(json("{\"by\":\"longer\"}"))); // as mask does not
  }

  @Test
  void bytesTellTheKeyWhereverItStands() throws IOException {
    ApiKey key = ApiKey.of("secret-A");
    assertTrue(key.mayBeIn(json("secret-A")));
    assertTrue(key.mayBeIn(json("%73ecret-A")));
    for (int before = 8180; before <= 8200; before++) { // Okio holds 8,192 in a row
      String spaces = String.join("", Collections.nCopies(before, " "));

      assertTrue(key.mayBeIn(json(spaces + "secret-A")), "behind " + before);
    }
  }

  private static Buffer json(String text) {
    return new Buffer().writeUtf8(text);
  }

  @Test
  void ofATextThatIsCutOffWithinTheKeyTheStartOfItIsMaskedToo() {
    ApiKey key = ApiKey.of("canary/key+4711");

    assertEquals("k=***", key.maskCut("k=canary/key+471"));
    assertEquals("k=***", key.maskCut("k=canary"));
    assertEquals("k=canar", key.maskCut("k=canar"));
    assertEquals("k=***", key.maskCut("k=canary/key+4711"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary\\/key",
        "canary\\/key+471",
        "canary\\\\/key+471",
        "canary%2Fkey%2B4",
        "canary%2Fkey%2",
        "canary&#x2F;key",
        "canary&#x2",
        "\\u0063anary"
      })
  void ofATextThatIsCutOffWithinAnEscapedKeyTheStartOfItIsMaskedToo(String start) {
    assertEquals("by ***", ApiKey.of("canary/key+4711").maskCut("by " + start));
  }

  @Test
  void aTextThatIsLongerThanAnyKeyIsRefusedWithoutShowingIt() {
    String longest = String.join("", Collections.nCopies(128, "secret-8"));

    assertEquals(longest, ApiKey.of(longest).secret());
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> ApiKey.of(longest + "x"));
    assertTrue(error.getMessage().contains("1025 characters"), error.getMessage());
    assertFalse(error.getMessage().contains("secret"), error.getMessage());
  }

  @Test
  void anotherKeyIsLeftAlone() {
    assertEquals("secret-B secret.A", ApiKey.of("secret-A").mask("secret-B secret.A"));
  }

  @Test
  void aWordTooShortForASecretSpoilsNoAddress() {
    assertEquals("/***/v1/x", ApiKey.of("secret").mask("/secret/v1/x"));
    assertEquals("/api/v1/x", ApiKey.of("api").mask("/api/v1/x"));
  }

  @Test
  void keysAreEqualByTheirText() {
    assertEquals(ApiKey.of("a"), ApiKey.of("a"));
    assertEquals(ApiKey.of("a").hashCode(), ApiKey.of("a").hashCode());
    assertNotEquals(ApiKey.of("a"), ApiKey.of("b"));
  }
}
