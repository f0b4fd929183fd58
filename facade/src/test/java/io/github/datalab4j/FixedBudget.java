package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import java.util.concurrent.TimeUnit;

/** A budget whose permits all come as one Completable does. */
class FixedBudget implements RequestBudget {
  private final Completable permit;

  FixedBudget(Completable permit) {
    this.permit = permit;
  }

  @Override
  public Completable acquire() {
    return permit;
  }

  @Override
  public void throttled(long retryAfter, TimeUnit unit) {}
}
