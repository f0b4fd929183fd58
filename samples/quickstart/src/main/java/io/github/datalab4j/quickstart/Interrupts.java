package io.github.datalab4j.quickstart;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Carries the user's Ctrl-C from the thread that the JVM runs at its end to the program. */
final class Interrupts {
  /** How long the end of the process waits for the program to tidy up, in seconds. */
  static final long PATIENCE_SECONDS = 8;

  private final CompletableSubject interrupted = CompletableSubject.create();
  private volatile @Nullable CountDownLatch running;

  boolean interrupted() {
    return interrupted.hasComplete();
  }

  /** Completes without a value at the interrupt, at once if it has been. */
  <T> Observable<T> signal() {
    return interrupted.toObservable();
  }

  void interrupt() {
    interrupted.onComplete();
  }

  /** Interrupts, and waits until the program has said what it has to say. */
  void interruptAndWait() {
    interrupt();
    CountDownLatch latch = running;
    if (latch == null) {
      return;
    }
    try {
      boolean unused = latch.await(PATIENCE_SECONDS, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs the program's work, for whose end {@link #interruptAndWait} waits. */
  int whileRunning(Work work) {
    CountDownLatch latch = new CountDownLatch(1);
    running = latch;
    try {
      return work.run();
    } finally {
      latch.countDown();
    }
  }

  /** Gives the exit code. */
  interface Work {
    int run();
  }
}
