package example;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Takes all that comes and keeps the last. */
final class LastOf<T> implements Flow.Subscriber<T> {
  private final CompletableFuture<T> value = new CompletableFuture<>();
  private T last;

  CompletableFuture<T> value() {
    return value;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
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
