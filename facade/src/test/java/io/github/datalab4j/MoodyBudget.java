package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A budget that grants at once, late, never, or fails: somebody else's, on a bad day. */
final class MoodyBudget implements RequestBudget {
  private final boolean generous;
  private final Random random;
  private final TestScheduler time;

  MoodyBudget(boolean generous, Random random, TestScheduler time) {
    this.generous = generous;
    this.random = random;
    this.time = time;
  }

  @Override
  public Completable acquire() {
    if (generous || random.nextInt(3) > 0) {
      return Completable.complete();
    }
    switch (random.nextInt(8)) {
      case 0:
        return Completable.never();
      case 1:
        return Completable.error(new IOException("the store"));
      case 2:
        throw new IllegalStateException("the budget");
      default:
        return Completable.timer(random.nextInt(4000), TimeUnit.MILLISECONDS, time);
    }
  }

  @Override
  public void throttled(long retryAfter, TimeUnit unit) {}
}
