package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one client for code of the user's own that may block; none while there is none.
 */
final class ForeignThreads implements Executor {
  private static final long IDLE_SECONDS = 5;

  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE, // one a poll or permit that is being subscribed to
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "datalab4j-user");
            thread.setDaemon(true);
            return thread;
          });

  /** Virtual time stays as it is: there, what moves the time runs the user's code too. */
  Executor unlessVirtual(Scheduler timer) {
    return timer instanceof TestScheduler ? Runnable::run : this;
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  /** Lets idle threads go at once. What comes too late still runs, so that nothing is rejected. */
  void close() {
    executor.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
  }
}
