package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import java.util.concurrent.TimeUnit;

/** A budget that gives every permit at once, unless the test says otherwise. */
final class OpenBudget implements RequestBudget {
  Completable next = Completable.complete();
  long throttledMillis = -1;

  @Override
  public Completable acquire() {
    return next;
  }

  @Override
  public void throttled(long retryAfter, TimeUnit unit) {
    throttledMillis = unit.toMillis(retryAfter);
  }
}
