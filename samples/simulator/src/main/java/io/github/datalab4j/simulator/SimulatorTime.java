package io.github.datalab4j.simulator;

/**
 * The time that a simulator lives by: how old a job is, when it expires, the rate limit's minute,
 * and every delay. {@link ManualTime} stands still until it is told to move.
 */
public interface SimulatorTime {
  /** Milliseconds since 1970 UTC; never goes back. */
  long millis();

  /** Runs the task once, on any thread, when so many milliseconds have passed. */
  void schedule(Runnable task, long delayMillis);
}
