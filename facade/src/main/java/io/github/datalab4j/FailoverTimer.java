package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.disposables.SerialDisposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The user's scheduler as timer, with the client's own behind it. One that is shut down refuses
 * what is new, but drops what it has taken without a word; so each wait is set on both, and the
 * client's own ends those that the user's has not ended a second after their time.
 */
final class FailoverTimer extends Scheduler {
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Scheduler users;
  private final Scheduler own;
  private volatile boolean refused;

  FailoverTimer(Scheduler users, Scheduler own) {
    this.users = users;
    this.own = own;
  }

  /** Virtual time stays as it is: nothing of it may end by real time. */
  static Scheduler of(Scheduler users, Scheduler own) {
    return users instanceof TestScheduler ? users : new FailoverTimer(users, own);
  }

  @Override
  public Disposable scheduleDirect(Runnable run, long delay, TimeUnit unit) {
    if (refused) {
      return own.scheduleDirect(run, delay, unit);
    }
    Wait wait = new Wait(run);
    // Before the user's, which may be over at once.
    wait.own.set(
        own.scheduleDirect(
            () -> wait.end(wait.users), saturatedAdd(unit.toNanos(delay)), TimeUnit.NANOSECONDS));
    Disposable task = Disposable.disposed();
    try {
      task = users.scheduleDirect(() -> wait.end(wait.own), delay, unit);
    } catch (Throwable e) {
      RxJavaPlugins.onError(e);
    }
    wait.users.set(task);
    if (task.isDisposed() && !wait.over.get()) {
      refused = true;
      wait.own.set(own.scheduleDirect(() -> wait.end(wait.users), delay, unit));
    }
    return wait;
  }

  /** That of the user: none of our waits uses one. */
  @Override
  public Worker createWorker() {
    return users.createWorker();
  }

  private static long saturatedAdd(long nanos) {
    return nanos > Long.MAX_VALUE - GRACE_NANOS ? Long.MAX_VALUE : nanos + GRACE_NANOS;
  }

  /** Ends once, by whichever timer comes first, which then stops the other and never itself. */
  private static final class Wait implements Disposable {
    private final Runnable run;
    private final SerialDisposable users = new SerialDisposable();
    private final SerialDisposable own = new SerialDisposable();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean disposed;

    Wait(Runnable run) {
      this.run = run;
    }

    void end(Disposable other) {
      if (over.compareAndSet(false, true)) {
        other.dispose();
        run.run();
        disposed = true;
      }
    }

    @Override
    public void dispose() {
      disposed = true;
      if (over.compareAndSet(false, true)) {
        users.dispose();
        own.dispose();
      }
    }

    /** Not while it runs: to a poll loop that is a timer which takes no tasks any more. */
    @Override
    public boolean isDisposed() {
      return disposed;
    }
  }
}
