package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/** The same wait each time. */
final class FixedDelay implements PollDelay {
  private final long millis;

  FixedDelay(long millis) {
    this.millis = millis;
  }

  @Override
  public long afterPoll(int polls, long elapsedMillis) {
    return millis;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FixedDelay && millis == ((FixedDelay) other).millis;
  }

  @Override
  public int hashCode() {
    return Long.valueOf(millis).hashCode();
  }

  @Override
  public String toString() {
    return "fixed(" + millis + " ms)";
  }
}
