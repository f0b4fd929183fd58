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

  /** The call, or what the head of its answer says, or that error; the call is disposed then. */
  static <T> Single<T> of(
      Single<T> call, long millis, Scheduler timer, Supplier<? extends Throwable> late) {
    return Single.defer(
        () -> {
          AwaitedCall awaited = new AwaitedCall();
          return ofWait(
              awaited.in(call),
              millis,
              timer,
              () -> {
                awaited.endByHead();
                return late.get();
              });
        });
  }

  /** The same where no call is waited for, though one of somebody else may begin meanwhile. */
  static <T> Single<T> ofWait(
      Single<T> wait, long millis, Scheduler timer, Supplier<? extends Throwable> late) {
    Single<Notification<T>> end =
        Single.timer(millis, TimeUnit.MILLISECONDS, timer)
            .map(now -> Notification.createOnError(late.get()));
    return Single.ambArray(end, wait.materialize()).<T>dematerialize(item -> item).toSingle();
  }
}
