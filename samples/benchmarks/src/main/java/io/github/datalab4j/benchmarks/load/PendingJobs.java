package io.github.datalab4j.benchmarks.load;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * Begins to watch many jobs, and tells what each costs more while they wait for their next poll.
 */
final class PendingJobs {
  /** The ways to wait that are compared. */
  enum Way {
    /** A job of an earlier process. */
    FACADE_RESUMED,
    /** A job that this process submits. */
    FACADE_SUBMITTED,
    TIMER,
    REPEATWHEN,
    POLLERFLUX;

    /** Begins to wait; each poll that was made is told. */
    private Waiting start(Runnable polled) {
      return switch (this) {
        case FACADE_RESUMED -> FacadeWaiting.resuming(polled);
        case FACADE_SUBMITTED -> FacadeWaiting.submitting(polled);
        case TIMER -> new TimerWaiting(polled);
        case REPEATWHEN -> new RepeatWhenWaiting(polled);
        case POLLERFLUX -> new PollerFluxWaiting(polled);
      };
    }
  }

  /** What OkHttp's threads are called, by itself and in the facade. */
  private static final Pattern OF_CALLS = Pattern.compile("OkHttp.*|datalab4j-(http|upload)");

  /** They end after they had nothing to do for a minute; in the facade for 15 s. */
  private static final int IDLE_MILLIS = 70_000;

  private PendingJobs() {}

  /** The way, how many jobs, and whether settled. Prints a {@link PendingCost}. */
  public static void main(String[] arguments) throws InterruptedException {
    Way way = Way.valueOf(arguments[0]);
    boolean settled = Boolean.parseBoolean(arguments[2]);
    System.out.println(measure(way, Integer.parseInt(arguments[1]), settled));
    System.out.flush();
    Runtime.getRuntime().halt(0); // the jobs wait on
  }

  /**
   * Measures in this JVM.
   *
   * @param settled counts the threads only when those that the first polls needed have ended
   */
  static PendingCost measure(Way way, int jobs, boolean settled) throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(jobs + 1);
    int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
    Waiting waiting =
        way.start(
            () -> {
              first.countDown();
              all.countDown();
            });
    waiting.watch("job-0"); // loads all classes
    first.await();
    long before = LiveHeap.bytes();
    for (int job = 1; job <= jobs; job++) {
      waiting.watch("job-" + job);
    }
    all.await();
    double bytes = (double) (LiveHeap.bytes() - before) / jobs;
    if (settled) {
      awaitIdle();
    }
    int threads = ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore;
    return new PendingCost(bytes, Math.max(0, threads));
  }

  /** As long as threads of OkHttp live, at most. */
  private static void awaitIdle() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (OF_CALLS.matcher(thread.getName()).matches()) {
        thread.join(IDLE_MILLIS);
      }
    }
  }
}
