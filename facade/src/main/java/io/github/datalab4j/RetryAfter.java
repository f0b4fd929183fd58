package io.github.datalab4j;

import java.util.Date;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After} (RFC 9110, section 10.2.3). */
@SuppressWarnings("JavaUtilDate") // Android API 21 has no java.time
final class RetryAfter {
  /**
   * Taken for a date where the response does not say what time it is by its own clock. Whose clock
   * is wrong, ours or the server's, cannot be known; this is the longest wait of the default
   * policy, long enough to be kind and short enough to lose nothing.
   */
  static final long UNKNOWN_MILLIS = 15_000;

  private RetryAfter() {}

  /**
   * For how long the server asks to be left alone. A date counts from the response's own {@code
   * Date}, never from a clock of this machine. Of several headers the longest counts.
   *
   * @return milliseconds, rounded up; 0 for none, a past date, or nonsense; {@link Long#MAX_VALUE}
   *     for more than a {@code long} holds
   */
  static long millis(Headers headers) {
    long longest = 0;
    for (String value : headers.values("Retry-After")) {
      longest = Math.max(longest, millis(value.trim(), headers));
    }
    return longest;
  }

  private static long millis(String value, Headers headers) {
    if (value.isEmpty()) {
      return 0;
    }
    if (value.charAt(0) >= '0' && value.charAt(0) <= '9') {
      return seconds(value);
    }
    Date until = date(value);
    if (until == null) {
      return 0;
    }
    Date sent = headers.getDate("Date");
    return sent == null ? UNKNOWN_MILLIS : Math.max(0, until.getTime() - sent.getTime());
  }

  /** Whole seconds, or, as some services send them, with a fraction. */
  private static long seconds(String value) {
    int dot = value.indexOf('.');
    String whole = dot < 0 ? value : value.substring(0, dot);
    String fraction = dot < 0 ? "" : value.substring(dot + 1);
    if (!isDigits(whole) || !isDigits(fraction)) {
      return 0;
    }
    long millis = 0;
    for (int i = 0; i < whole.length() + 3; i++) {
      int digit = digit(whole, fraction, i);
      if (millis > (Long.MAX_VALUE - 10) / 10) {
        return Long.MAX_VALUE;
      }
      millis = millis * 10 + digit;
    }
    for (int i = 3; i < fraction.length(); i++) {
      if (fraction.charAt(i) != '0') {
        return millis + 1;
      }
    }
    return millis;
  }

  private static int digit(String whole, String fraction, int index) {
    if (index < whole.length()) {
      return whole.charAt(index) - '0';
    }
    int place = index - whole.length();
    return place < fraction.length() ? fraction.charAt(place) - '0' : 0;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Date date(String value) {
    // The value is the server's: it may hold characters that add() refuses.
    return new Headers.Builder()
        .addUnsafeNonAscii("Retry-After", value)
        .build()
        .getDate("Retry-After");
  }
}
