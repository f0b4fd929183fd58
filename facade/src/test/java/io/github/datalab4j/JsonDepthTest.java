package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDepthTest {
  private static boolean exceeds(int most, String json) {
    return JsonDepth.exceeds(most, new Buffer().writeUtf8(json));
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
    String text = new String(new char[8190]).replace('\0', 'x');

    assertFalse(exceeds(1, "[\"" + text + "\\\"[[[\"]"));
    assertTrue(exceeds(1, "[\"" + text + "\\\\\",[]]"));
  }

  @Test
  void nothingIsTaken() {
    Buffer json = new Buffer().writeUtf8("[[[]]]");

    assertTrue(JsonDepth.exceeds(1, json));
    assertEquals("[[[]]]", json.readUtf8());
  }
}
