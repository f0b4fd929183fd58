package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that may be JSON. */
final class JsonParserFuzzTest {
  static Stream<byte[]> texts() {
    return Stream.of(
            "{\"a\":[1,-2.5e+3,true,null,\"\\u00e9\\ud834\\udd1e\\\\\\\"\"],\"a\":{}}",
            "[9223372036854775808,1E400,0.0,-0,90E00]",
            "1e99999999999",
            "[\"\\ud800\",\"\\u00zz\"]",
            "[1,]",
            "01",
            "nul",
            "\"",
            "{\"a\" 1}",
            " [ ] x")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("texts")
  @FuzzTest
  void isMalformedOrIsWrittenAndReadAgain(byte[] bytes) throws JsonParser.Malformed {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Object value;
    try {
      value = JsonParser.parse(text);
    } catch (JsonParser.Malformed malformed) {
      assertTrue(malformed.offset >= 0 && malformed.offset <= text.length(), text);
      return;
    }
    assertEquals(value, JsonParser.parse(Json.write(value)));
  }
}
