package io.github.datalab4j;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Stands below the user's application interceptors, whatever they have made of the request: drops a
 * key of theirs, which the answer would tell, and makes the body one-shot, which OkHttp looks at
 * when it is to send it again.
 */
final class RequestInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    @Nullable RequestBody body = request.body();
    if (body == null && request.header(ApiKey.HEADER) == null) {
      return chain.proceed(request);
    }
    Request.Builder builder = request.newBuilder().removeHeader(ApiKey.HEADER);
    if (body == null) {
      return chain.proceed(builder.build());
    }
    Upload upload = Upload.of(chain);
    upload.passes(body);
    builder.method(request.method(), upload.oneShot(body));
    try {
      Response response = chain.proceed(builder.build());
      upload.passed(response);
      return response;
    } catch (Throwable e) {
      upload.passed(e);
      throw e;
    }
  }
}
