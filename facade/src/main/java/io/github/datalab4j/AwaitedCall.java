package io.github.datalab4j;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The call that somebody waits for up to a limit. When it is reached, the head of an answer counts
 * whose body is still on its way. The call is found by the thread: it is subscribed to while the
 * source is.
 */
final class AwaitedCall {
  private static final ThreadLocal<AwaitedCall> CURRENT = new ThreadLocal<>();

  private volatile CallSingle.@Nullable Exchange<?> exchange;
  private volatile boolean endsByHead = true;
  private @Nullable AwaitedCall outer; // by the thread that subscribes

  /** Tells all who wait for it of a call that begins. */
  static void began(CallSingle.Exchange<?> exchange) {
    for (@Nullable AwaitedCall one = CURRENT.get(); one != null; one = one.outer) {
      one.exchange = exchange;
    }
  }

  /** The source, once, and the call in it. */
  <T> Single<T> in(Single<T> source) {
    return new Single<T>() {
      @Override
      protected void subscribeActual(SingleObserver<? super T> observer) {
        outer = CURRENT.get();
        CURRENT.set(AwaitedCall.this);
        try {
          source.subscribe(observer);
        } finally {
          restore();
        }
      }
    };
  }

  /** The same where the answer goes through code of the user's own, which may block. */
  <T> Single<T> inUsers(Single<T> source) {
    endsByHead = false;
    return in(source);
  }

  private void restore() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /** The head of its answer, if that has come. */
  @Nullable Response head() {
    CallSingle.@Nullable Exchange<?> known = exchange;
    return known == null ? null : known.head();
  }

  /** The time is up: the call ends by the head of its answer, here and now, if that has come. */
  void endByHead() {
    CallSingle.@Nullable Exchange<?> known = exchange;
    if (known != null && endsByHead) {
      known.endByHead();
    }
  }
}
