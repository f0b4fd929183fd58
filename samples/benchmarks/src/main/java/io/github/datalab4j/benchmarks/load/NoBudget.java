package io.github.datalab4j.benchmarks.load;

import io.github.datalab4j.RequestBudget;
import io.reactivex.rxjava3.core.Completable;
import java.util.concurrent.TimeUnit;

/** Permits without end, and a deaf ear to 429. */
final class NoBudget implements RequestBudget {
  @Override
  public Completable acquire() {
    return Completable.complete();
  }

  @Override
  public void throttled(long retryAfter, TimeUnit unit) {}
}
