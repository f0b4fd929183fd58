package io.github.datalab4j.benchmarks.load;

import java.util.Arrays;
import java.util.Random;

/**
 * What a load run is: many jobs at once.
 *
 * @param shortest how long the shortest job takes, in milliseconds
 * @param longest how long the longest takes
 * @param perMinute the requests that the service answers, 0 for no limit
 * @param second how long a second of the peers' waits is, in milliseconds; 1,000 but for a smoke
 */
record LoadPlan(int jobs, int shortest, int longest, int perMinute, int second) {
  /** What {@link #toString} has written. */
  static LoadPlan parse(String text) {
    int[] parts = Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    return new LoadPlan(parts[0], parts[1], parts[2], parts[3], parts[4]);
  }

  /** How long each job takes, in milliseconds: spread evenly, and the same each time. */
  long[] lengths() {
    return new Random(jobs).longs(jobs, shortest, longest + 1L).toArray();
  }

  /** How the limit is called in results. */
  String limit() {
    return perMinute == 0 ? "none" : perMinute + " a minute";
  }

  @Override
  public String toString() {
    return jobs + "," + shortest + "," + longest + "," + perMinute + "," + second;
  }
}
