package io.github.datalab4j.benchmarks.load;

import java.util.Arrays;

/**
 * How soon the ends of jobs can be seen, if a service answers so many requests a minute: the end of
 * each costs one request, after it.
 */
final class LoadBound {
  private static final int MINUTE = 60_000;

  private final long[] ends;
  private final int perMinute;

  /**
   * @param lengths of jobs that start at once, in milliseconds
   */
  LoadBound(long[] lengths, int perMinute) {
    this.ends = lengths.clone();
    Arrays.sort(ends);
    this.perMinute = perMinute;
  }

  /**
   * The least mean lateness, in seconds, of who knows when each job ends, and asks once for each:
   * the k-th request comes after the k-th end, and a minute after the one that is as many requests
   * before it as the limit allows.
   */
  double knowing() {
    long[] asked = ends.clone();
    for (int k = perMinute; k < asked.length; k++) {
      asked[k] = Math.max(ends[k], asked[k - perMinute] + MINUTE);
    }
    return (mean(asked) - mean(ends)) / 1000;
  }

  /**
   * The least mean lateness to be expected, in seconds, of who does not know which job is how long,
   * and asks at an even rate from the start; bursts, which the limit allows, may do a little
   * better. A request finds an end that was not seen yet with the share of jobs that have ended by
   * then, at best: less, if the job was asked for before.
   */
  double notKnowing() {
    double interval = (double) MINUTE / perMinute;
    double found = 0;
    double sum = 0;
    for (double now = interval; found < ends.length - 1e-6; now += interval) {
      double more = Math.min(ended(now) / (double) ends.length, ended(now) - found);
      sum += more * now;
      found += more;
    }
    return (sum / ends.length - mean(ends)) / 1000;
  }

  /** How many jobs have ended by then. */
  private int ended(double millis) {
    int place = Arrays.binarySearch(ends, (long) millis);
    int after = place < 0 ? -place - 1 : place + 1;
    while (after < ends.length && ends[after] <= millis) {
      after++;
    }
    return after;
  }

  private static double mean(long[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
