package io.github.datalab4j.benchmarks.load;

/**
 * What jobs cost that wait.
 *
 * @param bytes live, a job
 * @param threads of all jobs together
 */
record PendingCost(double bytes, double threads) {
  /** What {@link #toString} has written. */
  static PendingCost parse(String line) {
    int space = line.indexOf(' ');
    return new PendingCost(
        Double.parseDouble(line.substring(0, space)),
        Double.parseDouble(line.substring(space + 1)));
  }

  @Override
  public String toString() {
    return bytes + " " + threads;
  }
}
