package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Action;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A budget of the user's own, which is called where that may block. */
final class OffThreadBudget implements RequestBudget {
  private final RequestBudget users;
  private final Executor threads;

  private OffThreadBudget(RequestBudget users, Executor threads) {
    this.users = users;
    this.threads = threads;
  }

  /** One of our own does not block. */
  static RequestBudget of(RequestBudget users, Executor threads) {
    return users instanceof MemoryBudget ? users : new OffThreadBudget(users, threads);
  }

  @Override
  public Completable acquire() {
    Single<Boolean> permit = Completable.defer(users::acquire).toSingleDefault(true);
    return new OffThread<>(permit, threads).ignoreElement();
  }

  @Override
  public void release() {
    execute(users::release);
  }

  @Override
  public void throttled(long retryAfter, TimeUnit unit) {
    execute(() -> users.throttled(retryAfter, unit));
  }

  /** Whatever comes of it, be it that there is no thread, the request goes on without it. */
  private void execute(Action telling) {
    Contained.run(() -> threads.execute(() -> Contained.run(telling)));
  }
}
