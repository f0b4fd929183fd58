package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A budget that gives every permit at once, unless the test says otherwise. */
final class OpenBudget implements RequestBudget {
  Completable next = Completable.complete();
  long throttledMillis = -1;
  int released;
  @Nullable Throwable broken;

  @Override
  public Completable acquire() {
    fail();
    return next;
  }

  @Override
  public void release() {
    released++;
  }

  @Override
  public void throttled(long retryAfter, TimeUnit unit) {
    throttledMillis = unit.toMillis(retryAfter);
    fail();
  }

  private void fail() {
    if (broken != null) {
      throw Thrown.undeclared(broken);
    }
  }
}
