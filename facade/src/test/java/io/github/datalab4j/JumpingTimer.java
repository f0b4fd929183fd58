package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Timers in virtual time beside a wall clock that jumps; it knows how many are still set. */
final class JumpingTimer extends Scheduler {
  private final TestScheduler time;
  private long jumpedMillis;
  private int pending;

  JumpingTimer(TestScheduler time) {
    this.time = time;
  }

  void jump(long millis) {
    jumpedMillis += millis;
  }

  /** How many timers are set, and neither fired nor stopped. */
  int pending() {
    return pending;
  }

  @Override
  public long now(TimeUnit unit) {
    return unit.convert(time.now(TimeUnit.MILLISECONDS) + jumpedMillis, TimeUnit.MILLISECONDS);
  }

  @Override
  public Disposable scheduleDirect(Runnable run, long delay, TimeUnit unit) {
    AtomicBoolean over = new AtomicBoolean();
    pending++;
    Disposable task =
        time.scheduleDirect(
            () -> {
              if (over.compareAndSet(false, true)) {
                pending--;
                run.run();
              }
            },
            delay,
            unit);
    return Disposable.fromAction(
        () -> {
          if (over.compareAndSet(false, true)) {
            pending--;
            task.dispose();
          }
        });
  }

  @Override
  public Worker createWorker() {
    throw new AssertionError("no timer of ours is a worker");
  }
}
