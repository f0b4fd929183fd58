package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The innermost network interceptor: what passes here goes to the connection. */
final class WireInterceptor implements Interceptor {
  private final RequestBudget budget;
  private final CompositeDisposable charges = new CompositeDisposable();

  WireInterceptor(RequestBudget budget) {
    this.budget = budget;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    @Nullable RequestBody body = request.body();
    if (body != null) {
      // Of the call: a user's interceptor may have made the request anew, without its tags.
      @Nullable Upload tagged = chain.call().request().tag(Upload.class);
      Upload upload = tagged == null ? Upload.unwatched() : tagged;
      upload.checkNotStarted(); // before HTTP/2 sends the headers
      request = request.newBuilder().method(request.method(), new SentBody(body, upload)).build();
    } else {
      @Nullable Passes passes = chain.call().request().tag(Passes.class);
      if (passes != null && passes.isRepeat()) {
        charge();
      }
    }
    return withoutInvitation(chain.proceed(request));
  }

  /**
   * OkHttp repeats a GET at once when its pooled connection turns out to be broken, which users do
   * not want to hear of: servers close idle connections. The first may have been counted by the
   * service all the same, so another permit is taken, which those who wait have to wait for.
   */
  private void charge() {
    // What is wrong with the budget, the next who asks it is told.
    Completable.defer(budget::acquire).subscribe(() -> {}, error -> {}, charges);
  }

  /** Drops the permits that are still to be taken. */
  void close() {
    charges.dispose();
  }

  /**
   * OkHttp asks again at once after 503 with {@code Retry-After: 0}, and after 408 without a longer
   * one, past budget and poll policy. Without the header, or with a second to wait, it does not.
   */
  private static Response withoutInvitation(Response response) {
    @Nullable String retryAfter = response.header("Retry-After");
    if (response.code() == 503 && "0".equals(retryAfter)) {
      return response.newBuilder().removeHeader("Retry-After").build();
    }
    if (response.code() == 408 && (retryAfter == null || "0".equals(retryAfter))) {
      return response.newBuilder().header("Retry-After", "1").build();
    }
    return response;
  }

  /** Counts how often the request of one call goes to a connection. */
  static final class Passes {
    private final AtomicBoolean passed = new AtomicBoolean();

    boolean isRepeat() {
      return !passed.compareAndSet(false, true);
    }
  }
}
