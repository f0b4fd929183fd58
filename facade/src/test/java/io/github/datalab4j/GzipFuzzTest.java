package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.EOFException;
import java.io.IOException;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent as gzip: read as it is without the bound of its header, or refused by it. */
class GzipFuzzTest {
  private static final int BOUND = 64 * 1024;

  static Stream<byte[]> answers() {
    return Stream.of(
            "1f8b0800000000000000ab56ca48cdc9c957b2520200ffffffff",
            "1f8b0808000000000000612e6a736f6e004b040043beb7e801000000",
            "1f8b081c00000000000004000000ffff6e00630000014b040043beb7e801000000",
            "1f8b080400000000000002",
            "1f8b08fffffffff5ff000000",
            "1f8b08100000000000006363",
            "7b22737563636573732277",
            "")
        .map(hex -> ByteString.decodeHex(hex).toByteArray());
  }

  @MethodSource("answers")
  @FuzzTest
  void isReadAsWithoutTheBoundOrRefusedByIt(byte[] gzip) {
    String bounded = read(new GzipInterceptor.Bounded(new Buffer().write(gzip)));

    if (bounded.equals(AnswerTooLargeException.class.getName())) {
      assertTrue(gzip.length >= BOUND, "refused after " + gzip.length + " bytes");
    } else {
      assertEquals(read(new Buffer().write(gzip)), bounded);
    }
  }

  /** What it is, or the class of the error. */
  private static String read(Source gzip) {
    try {
      return Okio.buffer(new GzipSource(gzip)).readByteString().hex();
    } catch (IOException e) {
      return e.getClass().getName();
    } catch (NullPointerException e) { // Okio's own, where an empty extra field is the end
      assertFalse(gzip instanceof GzipInterceptor.Bounded, () -> "it comes through: " + e);
      return EOFException.class.getName();
    }
  }
}
