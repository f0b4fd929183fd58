package io.github.datalab4j.benchmarks.load;

/** One way to wait for jobs: each is polled at once, and again after an hour. */
interface Waiting {
  /** How long jobs wait between two polls. */
  int HOURS_BETWEEN_POLLS = 1;

  /**
   * Begins to watch a job. Until its end is seen, what the watch needs is held by its timer.
   *
   * @param job its lookup key
   */
  void watch(String job);
}
