package io.github.datalab4j.simulator;

/** Time in which every delay has passed at once. */
final class HurryingTime implements SimulatorTime {
  private long now = 1_767_225_600_000L;

  @Override
  public synchronized long millis() {
    return now;
  }

  @Override
  public void schedule(Runnable task, long delayMillis) {
    synchronized (this) {
      now += delayMillis;
    }
    task.run();
  }
}
