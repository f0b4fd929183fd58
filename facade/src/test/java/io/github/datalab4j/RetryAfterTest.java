package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final String NOON = "Sun, 06 Nov 1994 12:00:00 GMT";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static long millis(String retryAfter) {
    return RetryAfter.millis(received("Retry-After", retryAfter));
  }

  private static long millis(String retryAfter, String date) {
    return RetryAfter.millis(received("Retry-After", retryAfter, "Date", date));
  }

  /** Headers with any text, as OkHttp takes it from the wire. */
  private static Headers received(String... namesAndValues) {
    Headers.Builder headers = new Headers.Builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.addUnsafeNonAscii(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers.build();
  }

  @Test
  void noneIsZero() {
    assertEquals(0, RetryAfter.millis(Headers.of()));
    assertEquals(0, RetryAfter.millis(Headers.of("Date", NOON)));
  }

  @Test
  void secondsAreSeconds() {
    assertEquals(0, millis("0"));
    assertEquals(120_000, millis("120"));
    assertEquals(120_000, millis(" 120 "));
    assertEquals(7000, millis("007"));
  }

  @Test
  void fractionsOfASecondAreRoundedUpToMilliseconds() {
    assertEquals(1500, millis("1.5"));
    assertEquals(1234, millis("1.234"));
    assertEquals(1235, millis("1.2341"));
    assertEquals(1235, millis("1.23400000000000000000000001"));
    assertEquals(1234, millis("1.2340000"));
    assertEquals(2000, millis("2."));
    assertEquals(1, millis("0.0001"));
  }

  @Test
  void hugeNumbersDoNotOverflow() {
    assertEquals(Long.MAX_VALUE, millis("99999999999999999999999999"));
    assertEquals(Long.MAX_VALUE, millis("9223372036854775807"));
    assertEquals(Long.MAX_VALUE, millis("9223372036854776"));
    assertTrue(millis("922337203685476") > 900_000_000_000_000_000L);
  }

  @Test
  void negativeNumbersAndNonsenseAreNone() {
    for (String nonsense :
        new String[] {
          "",
          " ",
          "-1",
          "-120",
          "+5",
          "soon",
          "1e3",
          "0x10",
          "5s",
          "1.2.3",
          "1,5",
          "NaN",
          "Infinity",
          "٣",
          "5;q=1",
          "Sun, 99 Foo 1994 12:00:00 GMT",
          "."
        }) {
      assertEquals(0, millis(nonsense), nonsense);
      assertEquals(0, millis(nonsense, NOON), nonsense);
    }
  }

  @Test
  void aDateCountsFromTheResponsesOwnDate() {
    assertEquals(90_000, millis("Sun, 06 Nov 1994 12:01:30 GMT", NOON));
  }

  @Test
  void theOldFormsOfADateAreRead() {
    assertEquals(90_000, millis("Sunday, 06-Nov-94 12:01:30 GMT", NOON));
    assertEquals(90_000, millis("Sun Nov  6 12:01:30 1994", NOON));
  }

  @Test
  void aPastOrPresentDateIsNone() {
    assertEquals(0, millis(NOON, NOON));
    assertEquals(0, millis("Sun, 06 Nov 1994 11:59:59 GMT", NOON));
    assertEquals(0, millis("Thu, 01 Jan 1970 00:00:00 GMT", NOON));
  }

  @Test
  void aDateWithoutTheResponsesDateIsAFixedWaitWhateverTheClockSays() {
    assertEquals(15_000, millis("Thu, 01 Jan 1970 00:00:00 GMT"));
    assertEquals(15_000, millis("Fri, 31 Dec 9999 23:59:59 GMT"));
    assertEquals(15_000, millis(NOON, "yesterday"));
  }

  @Test
  void secondsNeedNoDate() {
    assertEquals(5000, millis("5", "yesterday"));
  }

  @Test
  void ofSeveralHeadersTheLongestCounts() {
    Headers headers = Headers.of("Retry-After", "5", "retry-after", "60", "RETRY-AFTER", "soon");
    assertEquals(60_000, RetryAfter.millis(headers));
  }

  @Property(tries = 200)
  void anyWholeNumberOfSecondsIsRead(@ForAll @LongRange(min = 0) long seconds) {
    long expected = seconds > Long.MAX_VALUE / 1000 ? Long.MAX_VALUE : seconds * 1000;
    long read = millis(Long.toString(seconds));
    // The last digits before the end of the range may be cut to the end of the range.
    assertTrue(read == expected || (read == Long.MAX_VALUE && expected > Long.MAX_VALUE - 10_000));
  }

  @Property(tries = 200)
  void anyDateIsReadRelativeToAnyOther(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long until,
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long sent) {
    String retryAfter = HTTP_DATE.format(Instant.ofEpochSecond(until));
    String date = HTTP_DATE.format(Instant.ofEpochSecond(sent));
    assertEquals(Math.max(0, until - sent) * 1000, millis(retryAfter, date));
  }

  @Property(tries = 200)
  void nothingThrowsAndNothingIsNegative(@ForAll @StringLength(max = 40) String value) {
    assertTrue(millis(value) >= 0);
    assertTrue(millis(value, value) >= 0);
  }

  @Property(tries = 200)
  void digitsWithDotsNeverThrow(
      @ForAll @StringLength(min = 1, max = 60) @Chars({'0', '9', '.'}) String value) {
    assertTrue(millis(value) >= 0);
  }

  @Test
  void aFractionIsRoundedUpToMilliseconds() {
    assertEquals(2000, millis("2."));
    assertEquals(1001, millis("1.0001"));
    assertEquals(1000, millis("1.0000"));
  }
}
