package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/** Each wait is a multiple of the one before, up to a longest. */
final class ExponentialDelay implements PollDelay {
  private final long initialMillis;
  private final double factor;
  private final long maxMillis;

  ExponentialDelay(long initialMillis, double factor, long maxMillis) {
    if (!(factor >= 1 && factor <= 10)) {
      throw new IllegalArgumentException("factor must be 1 to 10, was " + factor);
    }
    if (initialMillis > maxMillis) {
      throw new IllegalArgumentException(
          "the first delay (" + initialMillis + " ms) exceeds the longest (" + maxMillis + " ms)");
    }
    this.initialMillis = initialMillis;
    this.factor = factor;
    this.maxMillis = maxMillis;
  }

  @Override
  public long afterPoll(int polls, long elapsedMillis) {
    // The power may overflow to infinity, which min takes as it should.
    return Math.round(Math.min((double) maxMillis, initialMillis * Math.pow(factor, polls - 1)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ExponentialDelay)) {
      return false;
    }
    ExponentialDelay that = (ExponentialDelay) other;
    return initialMillis == that.initialMillis
        && Double.compare(factor, that.factor) == 0
        && maxMillis == that.maxMillis;
  }

  @Override
  public int hashCode() {
    return Double.valueOf(factor).hashCode() * 31
        + Long.valueOf(initialMillis + maxMillis).hashCode();
  }

  @Override
  public String toString() {
    return "exponential(" + initialMillis + " ms, x" + factor + ", to " + maxMillis + " ms)";
  }
}
