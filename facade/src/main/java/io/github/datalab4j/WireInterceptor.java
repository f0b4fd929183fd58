package io.github.datalab4j;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The innermost network interceptor: what passes here goes to the connection. */
final class WireInterceptor implements Interceptor {
  private static final Pattern TAKEN = Pattern.compile("0+|\\d{10,}");

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
      Upload upload = Upload.of(chain);
      try {
        return send(chain, body, upload);
      } catch (Throwable e) {
        upload.sent(e);
        throw e;
      }
    }
    @Nullable Passes passes = chain.call().request().tag(Passes.class);
    if (passes != null && passes.isRepeat()) {
      charge();
    }
    return withoutInvitation(chain.proceed(request));
  }

  private static Response send(Chain chain, RequestBody body, Upload upload) throws IOException {
    upload.passes(body);
    upload.checkNotStarted(); // before HTTP/2 sends the headers
    Request given = chain.request();
    Request request = given.newBuilder().method(given.method(), new SentBody(body, upload)).build();
    Response response = withoutInvitation(chain.proceed(request));
    // A user's interceptor may keep the answer for itself. The one noted does not tell the key.
    upload.arrived(response.newBuilder().request(chain.call().request()).build());
    Request told = given.newBuilder().build(); // whose body does not pass for what we send
    upload.sent(told);
    return response.newBuilder().request(told).build();
  }

  /**
   * OkHttp repeats a GET at once when its pooled connection turns out to be broken, which users do
   * not want to hear of: servers close idle connections. The first may have been counted by the
   * service all the same, so another permit is taken, which those who wait have to wait for.
   */
  private void charge() {
    // What is wrong with the budget, the next who asks it is told.
    Permit.around(Single.just(true), budget).subscribe(held -> {}, error -> {}, charges);
  }

  /** Drops the permits that are still to be taken. */
  void close() {
    charges.dispose();
  }

  /**
   * OkHttp asks again at once after 503 with {@code Retry-After: 0}, and after 408 without a longer
   * one, past budget and poll policy; and more seconds than an {@code int} holds make it throw on
   * its own thread. Without the header, or with a second to wait, it does neither.
   */
  private static Response withoutInvitation(Response response) {
    int code = response.code();
    @Nullable String asked = response.header("Retry-After");
    boolean taken = asked == null ? code == 408 : TAKEN.matcher(asked).matches();
    if ((code != 503 && code != 408) || !taken) {
      return response;
    }
    long wanted = TimeUnit.MILLISECONDS.toSeconds(RetryAfter.millis(response.headers()));
    long seconds = Math.min(Integer.MAX_VALUE, Math.max(code == 408 ? 1 : 0, wanted));
    return seconds == 0
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response.newBuilder().header("Retry-After", String.valueOf(seconds)).build();
  }

  /** Counts how often the request of one call goes to a connection. */
  static final class Passes extends AnswerHead {
    private final AtomicBoolean passed = new AtomicBoolean();

    boolean isRepeat() {
      return !passed.compareAndSet(false, true);
    }
  }
}
