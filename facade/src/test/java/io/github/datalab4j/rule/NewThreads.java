package io.github.datalab4j.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The threads that came since, without those of pools that the whole JVM shares. */
final class NewThreads {
  private static final List<String> SHARED =
      Arrays.asList(
          "Rx", // RxJava's schedulers
          "OkHttp TaskRunner",
          "OkHttp ConnectionPool", // the same, as OkHttp 5 names it while connections are idle
          "MockWebServer TaskRunner", // idle for up to 60 s
          "Okio Watchdog",
          "ForkJoinPool.commonPool",
          "junit-",
          "surefire-",
          "process reaper",
          "Attach Listener");

  private static final long PATIENCE_MILLIS =
      Long.getLong("datalab4j.threads.patienceMillis", 10_000);

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  /** Waits until they have ended; returns those that do not. */
  List<String> left() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    List<String> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (before.contains(thread)) {
        continue;
      }
      // A thread of a shared pool has another name while it works.
      while (isAtWork(thread) && System.nanoTime() - end < 0) {
        thread.join(10);
      }
      if (isAtWork(thread)) {
        left.add(thread.getName() + " at " + Arrays.toString(thread.getStackTrace()));
      }
    }
    return left;
  }

  private static boolean isAtWork(Thread thread) {
    String name = thread.getName();
    return thread.isAlive() && SHARED.stream().noneMatch(name::startsWith) && !isIdle(thread);
  }

  /** OkHttp 5 leaves a thread of its pool the name of the last task while it waits for another. */
  private static boolean isIdle(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().equals("okhttp3.internal.concurrent.TaskRunner")
                    && frame.getMethodName().equals("awaitTaskToRun"));
  }
}
