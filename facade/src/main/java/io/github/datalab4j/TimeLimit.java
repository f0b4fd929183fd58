package io.github.datalab4j;

import io.reactivex.rxjava3.core.Notification;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Supplier;
import java.util.concurrent.TimeUnit;

/**
 * A timeout whose loser has no error to drop: RxJava's own hands one that comes as the time is up
 * to the error handler, which ends an Android application.
 */
final class TimeLimit {
  private TimeLimit() {}

  /** The call, or that error; the call is disposed then. */
  static <T> Single<T> of(
      Single<T> call, long millis, Scheduler timer, Supplier<? extends Throwable> late) {
    Single<Notification<T>> error =
        Single.fromSupplier(() -> Notification.<T>createOnError(late.get()));
    return call.materialize()
        .timeout(millis, TimeUnit.MILLISECONDS, timer, error)
        .<T>dematerialize(end -> end)
        .toSingle();
  }
}
