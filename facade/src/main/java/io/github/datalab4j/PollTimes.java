package io.github.datalab4j;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Checks the times that users set, and brings them to milliseconds. */
final class PollTimes {
  /** Far beyond any use, and far from the overflow of nanoseconds. */
  static final long MAX_MILLIS = TimeUnit.DAYS.toMillis(365);

  private PollTimes() {}

  static long millis(String name, long time, TimeUnit unit) {
    return checked(name, unit.toMillis(time), time + " " + unit);
  }

  @IgnoreJRERequirement
  static long millis(String name, Duration time) {
    // toMillis throws ArithmeticException for what a long does not hold.
    boolean outside = time.isNegative() || time.compareTo(Duration.ofDays(365)) > 0;
    return checked(name, outside ? 0 : time.toMillis(), time.toString());
  }

  private static long checked(String name, long millis, String given) {
    if (millis < 1 || millis > MAX_MILLIS) {
      throw new IllegalArgumentException(name + " must be 1 ms to 365 days, was " + given);
    }
    return millis;
  }
}
