package io.github.datalab4j.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a client has seen of a load run.
 *
 * @param seenAt when the end of each job was seen, in milliseconds of the wall clock; 0 if never
 * @param requests how many requests were answered
 * @param refused how many of them by 429
 * @param cpuMillis of the client, a job
 * @param heapBytes live in the client while all jobs wait, a job
 */
record LoadOutcome(
    List<Long> seenAt, int requests, int refused, double cpuMillis, double heapBytes) {
  /** What {@link #toString} has written. */
  static LoadOutcome parse(String line) {
    String[] fields = line.split(";", -1);
    return new LoadOutcome(
        Arrays.stream(fields[0].split(" ", -1)).map(Long::valueOf).toList(),
        Integer.parseInt(fields[1]),
        Integer.parseInt(fields[2]),
        Double.parseDouble(fields[3]),
        Double.parseDouble(fields[4]));
  }

  @Override
  public String toString() {
    String times = seenAt.stream().map(String::valueOf).collect(Collectors.joining(" "));
    return times + ";" + requests + ";" + refused + ";" + cpuMillis + ";" + heapBytes;
  }
}
