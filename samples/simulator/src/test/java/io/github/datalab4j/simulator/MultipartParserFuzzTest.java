package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of any bytes, cut anywhere: the first byte says into what sizes. */
final class MultipartParserFuzzTest {
  static Stream<byte[]> bodies() {
    return Stream.of(
            "\1--b\r\nA: 1\r\nB:2 \r\n\r\nhello\r\n--b--\r\n",
            "\2--b\r\n\r\n\r\n--b\r\n\r\n\r\n--b--",
            "\3preamble\r\n--b \t\r\nA: \u00ff\r\n\r\nx\r\n--bogus\r\n--b--epilogue",
            "\7\r\n--b\r\n\r\n\r\n\r\n--\r\n--b-\r\n--b--",
            "\5--b--",
            "\6--bX\r\n\r\nx\r\n--b--")
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @MethodSource("bodies")
  @FuzzTest
  void theSameIsFoundHoweverTheBodyIsCut(byte[] input) {
    int size = input.length == 0 ? 1 : 1 + (input[0] & 0xff);
    byte[] body = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
    MultipartParserTest.Recording whole = new MultipartParserTest.Recording();
    MultipartParserTest.Recording pieces = new MultipartParserTest.Recording();
    MultipartParser atOnce = new MultipartParser("b", whole);
    MultipartParser cut = new MultipartParser("b", pieces);

    atOnce.feed(body);
    for (int at = 0; at < body.length; at += size) {
      cut.feed(Arrays.copyOfRange(body, at, Math.min(body.length, at + size)));
    }

    assertEquals(whole.parts, pieces.parts);
    assertEquals(atOnce.isComplete(), cut.isComplete());
  }
}
