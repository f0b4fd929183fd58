package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/** A share of the elapsed time within bounds: late by a share of the job, whatever its length. */
final class ProportionalDelay implements PollDelay {
  private final double share;
  private final long minMillis;
  private final long maxMillis;

  ProportionalDelay(double share, long minMillis, long maxMillis) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be more than 0 and at most 1, was " + share);
    }
    if (minMillis > maxMillis) {
      throw new IllegalArgumentException(
          "the shortest delay (" + minMillis + " ms) exceeds the longest (" + maxMillis + " ms)");
    }
    this.share = share;
    this.minMillis = minMillis;
    this.maxMillis = maxMillis;
  }

  @Override
  public long afterPoll(int polls, long elapsedMillis) {
    return Math.max(minMillis, Math.min(maxMillis, Math.round(elapsedMillis * share)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ProportionalDelay)) {
      return false;
    }
    ProportionalDelay that = (ProportionalDelay) other;
    return Double.compare(share, that.share) == 0
        && minMillis == that.minMillis
        && maxMillis == that.maxMillis;
  }

  @Override
  public int hashCode() {
    return Double.valueOf(share).hashCode() * 31 + Long.valueOf(minMillis + maxMillis).hashCode();
  }

  @Override
  public String toString() {
    return "proportional(" + share + ", " + minMillis + " to " + maxMillis + " ms)";
  }
}
