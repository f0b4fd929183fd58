package io.github.datalab4j;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * One request a subscription, which always ends. Retrofit 3.0.0's own adapter never does when the
 * call's timeout fires or somebody else cancels the call (square/retrofit#3524). Dispose closes the
 * socket, or the stream of HTTP/2, and interrupts a body that blocks.
 */
final class CallSingle<R> extends Single<Response<R>> {
  private final Call<R> call;

  CallSingle(Call<R> call) {
    this.call = call;
  }

  @Override
  protected void subscribeActual(SingleObserver<? super Response<R>> observer) {
    Call<R> own = call.clone();
    Exchange<R> exchange = new Exchange<>(own, observer);
    observer.onSubscribe(exchange);
    if (exchange.isDisposed()) {
      return;
    }
    try {
      own.enqueue(exchange);
    } catch (Throwable e) { // no thread is to be had, or the user's event listener throws
      exchange.onFailure(own, new IOException("the call could not be started: " + e, e));
    }
    if (!exchange.isDisposed()) { // else there may be no request to ask for its head
      AwaitedCall.began(exchange);
    }
  }

  static final class Exchange<R> implements Callback<R>, Disposable {
    private final Call<R> call;
    private final SingleObserver<? super Response<R>> observer;
    private final AtomicBoolean ended = new AtomicBoolean();

    Exchange(Call<R> call, SingleObserver<? super Response<R>> observer) {
      this.call = call;
      this.observer = observer;
    }

    @Override
    public void onResponse(Call<R> call, Response<R> response) {
      if (ended.compareAndSet(false, true)) {
        observer.onSuccess(response);
        return;
      }
      @Nullable R body = response.body();
      if (body instanceof ResponseBody) {
        ((ResponseBody) body).close();
      }
    }

    @Override
    public void onFailure(Call<R> call, Throwable failure) {
      if (ended.compareAndSet(false, true)) {
        if (failure instanceof DamagedAnswerException) {
          keepHead(call, (DamagedAnswerException) failure);
        }
        observer.onError(failure);
      }
    }

    private static void keepHead(Call<?> call, DamagedAnswerException failure) {
      @Nullable AnswerHead head = AnswerHead.of(call.request());
      if (head != null) {
        failure.askedToWait(head.retryAfterMillis());
      }
    }

    okhttp3.@Nullable Response head() {
      @Nullable AnswerHead head = AnswerHead.of(call.request());
      return head == null ? null : head.response();
    }

    /** As if the body of the answer broke off here. */
    void endByHead() {
      @Nullable AnswerHead known = AnswerHead.of(call.request());
      if (known != null) {
        known.spent();
      }
      okhttp3.@Nullable Response head = known == null ? null : known.response();
      if (head == null || !ended.compareAndSet(false, true)) {
        return;
      }
      Contained.run(call::cancel); // calls the user's event listener
      if (head.isSuccessful()) {
        BrokenAnswerException failure =
            new BrokenAnswerException(
                new InterruptedIOException("the answer began, but did not end"), ByteString.EMPTY);
        failure.askedToWait(RetryAfter.millis(head.headers()));
        observer.onError(failure);
      } else {
        observer.onSuccess(AnswerHead.error(head));
      }
    }

    @Override
    public void dispose() {
      if (ended.compareAndSet(false, true)) {
        abandonUpload();
        call.cancel();
      }
    }

    private void abandonUpload() {
      @Nullable Upload upload = null;
      try {
        upload = call.isExecuted() ? call.request().tag(Upload.class) : null;
      } catch (RuntimeException e) {
        // There is no request: it could not be made.
      }
      if (upload != null) {
        upload.abandon();
      }
    }

    @Override
    public boolean isDisposed() {
      return ended.get();
    }
  }
}
