package io.github.datalab4j.rule;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a canary/key+4711 b",
        "canary\\/key\\u002b4711",
        "canary\\\\\\/key\\\\u002B4711",
        "%63anary%2Fkey%2b4711",
        "canary&#47;key&#x2B;4711",
        "canary&#0047;key\\u0026#X002b;4711",
        "100 % & \\\\\\\\\\u0063anary/key+471%31",
      })
  void theKeyIsFoundHoweverItsCharactersAreEscaped(String text) {
    assertTrue(Canary.isIn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary/key 4711",
        "canary\\key+4711",
        "canary%252Fkey+4711",
        "canary&amp;#47;key+4711",
        "100 % & \\ &#; &#x2f \\u00 %2",
      })
  void whatIsNoFormOfTheKeyIsNotFound(String text) {
    assertFalse(Canary.isIn(text));
  }
}
