package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBoundsTest {
  private static boolean exceeds(int most, String json) {
    return JsonBounds.fault(most, 10_000, new Buffer().writeUtf8(json)) != null;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 1",
        "1; []",
        "1; {}",
        "1; [],[],{}",
        "2; [[]]",
        "2; [{},{},[1,2],{}]",
        "3; {\"a\":[{\"b\":1}]}",
        "1; [\"[[[{{{\"]",
        "1; [\"\\\"[\"]",
        "2; [\"\\\\\",[]]",
        "1; {\"]]\":\"}\"}"
      })
  void arraysAndObjectsOutsideOfTextsAreCounted(int depth, String json) {
    assertFalse(exceeds(depth, json), json);
    assertTrue(depth == 0 || exceeds(depth - 1, json), json);
  }

  @Test
  void aTextThatCrossesTheChunksThatAreReadIsATextStill() {
    String text = repeated("x", 8190);

    assertFalse(exceeds(1, "[\"" + text + "\\\"[[[\"]"));
    assertTrue(exceeds(1, "[\"" + text + "\\\\\",[]]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-", "E", " ", "\n", "1.e+"})
  void numbersAndWhiteSpaceAreRefusedFromACertainLength(String piece) {
    String run = repeated(piece, 10_000 / piece.length());

    assertFalse(exceeds(1, "[" + run + "," + run + "]"));
    assertTrue(exceeds(1, "[" + run + piece + "]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0; 1", "1; [1]", "2; [1,2]", "1; {}", "6; [{},{},[]]", "3; {\"a\":[{}]}"})
  void valuesOutsideOfTextsAreCounted(int values, String json) {
    assertNull(JsonBounds.fault(9, values, new Buffer().writeUtf8(json)), json);
    assertTrue(
        values == 0 || JsonBounds.fault(9, values - 1, new Buffer().writeUtf8(json)) != null);
    assertNull(JsonBounds.fault(9, 1, new Buffer().writeUtf8("[\",,[[{{\"]")));
  }

  @Test
  void textsMayHaveAnyLength() {
    assertFalse(
        exceeds(1, "[\"" + repeated("1", 100_000) + "\",\"" + repeated("\\t1", 9_000) + "\"]"));
  }

  @Test
  void nothingIsTaken() {
    Buffer json = new Buffer().writeUtf8("[[[]]]");

    assertTrue(JsonBounds.fault(1, 10, json) != null);
    assertEquals("[[[]]]", json.readUtf8());
  }

  private static String repeated(String text, int times) {
    return String.join("", Collections.nCopies(times, text));
  }
}
