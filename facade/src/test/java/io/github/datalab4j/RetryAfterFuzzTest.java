package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.junit.jupiter.params.provider.MethodSource;

/** Header lines with any Retry-After and Date. */
class RetryAfterFuzzTest {
  private static final BigDecimal SAFE = BigDecimal.valueOf(Long.MAX_VALUE / 100);

  static Stream<byte[]> headers() {
    return KeyHunt.seeds(
        "Retry-After: 120",
        "Retry-After: 1.2345\nRetry-After: 0.5",
        "Retry-After: Sun, 06 Nov 1994 12:01:30 GMT\nDate: Sun, 06 Nov 1994 12:00:00 GMT",
        "retry-after: Sunday, 06-Nov-94 12:01:30 GMT\nDate: Sun Nov  6 12:00:00 1994",
        "Retry-After: -1\nRetry-After: 99999999999999999999\nRetry-After:",
        "Retry-After: Thu, 01 Jan 292278994 00:00:00 GMT\nDate: Thu, 01 Jan 0001 00:00:00 GMT");
  }

  @MethodSource("headers")
  @FuzzTest
  void everyWaitIsExactOrNone(byte[] lines) {
    Headers headers = CannedAnswers.headers(new String(lines, StandardCharsets.UTF_8));

    long millis = RetryAfter.millis(headers);

    assertTrue(millis >= 0);
    BigDecimal longest = BigDecimal.ZERO;
    boolean plain = true;
    for (String value : headers.values("Retry-After")) {
      plain &= value.matches("[0-9]{1,40}(\\.[0-9]{0,40})?");
      longest =
          plain ? longest.max(new BigDecimal(value.endsWith(".") ? value + "0" : value)) : longest;
    }
    BigDecimal exact = longest.movePointRight(3).setScale(0, RoundingMode.CEILING);
    if (plain && exact.compareTo(SAFE) < 0) {
      assertEquals(exact.longValueExact(), millis);
    }
  }
}
