package io.github.datalab4j;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Stands below the user's application interceptors: adds the key for the configured origin and
 * takes it away for any other, and makes every body one-shot, also one that a user's interceptor
 * has replaced. The answer it returns knows nothing of the key.
 */
final class KeyInterceptor implements Interceptor {
  private final ApiKey key;
  private final Origin origin;

  KeyInterceptor(ApiKey key, Origin origin) {
    this.key = key;
    this.origin = origin;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Request.Builder builder = request.newBuilder();
    if (origin.owns(request.url())) {
      builder.header(ApiKey.HEADER, key.secret());
    } else {
      builder.removeHeader(ApiKey.HEADER);
    }
    @Nullable RequestBody body = request.body();
    if (body != null) {
      builder.method(request.method(), OneShotBody.of(body));
    }
    return withoutKey(chain.proceed(builder.build()), request);
  }

  /** An answer tells its requests, which users may print. */
  private static Response withoutKey(Response response, Request request) {
    Response.Builder builder =
        response.newBuilder().request(request.newBuilder().removeHeader(ApiKey.HEADER).build());
    @Nullable Response network = response.networkResponse();
    if (network != null) {
      Request sent = network.request().newBuilder().removeHeader(ApiKey.HEADER).build();
      builder.networkResponse(network.newBuilder().request(sent).build());
    }
    return builder.priorResponse(null).build();
  }
}
