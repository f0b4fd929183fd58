package io.github.datalab4j;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The innermost network interceptor: what passes here goes to the connection. */
final class WireInterceptor implements Interceptor {
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
    }
    return withoutInvitation(chain.proceed(request));
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
}
