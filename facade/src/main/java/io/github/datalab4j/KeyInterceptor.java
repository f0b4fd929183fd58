package io.github.datalab4j;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The outermost network interceptor: adds the key for the configured origin and takes it away for
 * any other. The answer it returns knows nothing of the key: it tells its request, which users may
 * print.
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
    Request.Builder sent = request.newBuilder().removeHeader(ApiKey.HEADER);
    if (origin.owns(request.url())) {
      sent.header(ApiKey.HEADER, key.secret());
    }
    @Nullable Upload upload = chain.call().request().tag(Upload.class);
    if (upload != null) {
      upload.connected();
    }
    Response response = chain.proceed(sent.build());
    if (upload != null) {
      upload.answered(response.request());
    }
    return response.newBuilder().request(request).build();
  }
}
