package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The timer of one client: one thread, which is there only while something waits. It is not {@code
 * computation()}, where observers run by default: one that blocks there would hold up the timers
 * that share its thread.
 */
final class ClientTimer {
  private static final long IDLE_SECONDS = 1;

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, "datalab4j-timer");
            thread.setDaemon(true);
            return thread;
          });
  private final Scheduler scheduler = Schedulers.from(executor);

  ClientTimer() {
    executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setRemoveOnCancelPolicy(true);
  }

  Scheduler scheduler() {
    return scheduler;
  }

  /** Lets the thread go at once. What comes too late still runs, so that nothing is rejected. */
  void close() {
    executor.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
  }
}
