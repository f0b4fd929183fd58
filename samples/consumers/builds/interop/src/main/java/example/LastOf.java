package example;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Takes all that comes and keeps the last, until it is cancelled. */
final class LastOf<T> implements Flow.Subscriber<T> {
  private final CompletableFuture<T> value = new CompletableFuture<>();
  private volatile Flow.Subscription subscription;
  private T last;

  CompletableFuture<T> value() {
    return value;
  }

  void cancel() {
    subscription.cancel();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(T item) {
    last = item;
  }

  @Override
  public void onError(Throwable error) {
    value.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    value.complete(last);
  }
}
