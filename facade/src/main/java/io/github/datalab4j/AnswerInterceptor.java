package io.github.datalab4j;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.Streaming;

/**
 * The outermost application interceptor: notes what the answer's head asks for, and bounds bodies
 * as they are after every decompression, OkHttp's and that of a user's interceptor. What an
 * operation streams is not bounded, since it is not held in memory.
 */
final class AnswerInterceptor implements Interceptor {
  private final long maxBodyBytes;
  private final long maxErrorBytes;

  AnswerInterceptor(long maxBodyBytes, long maxErrorBytes) {
    this.maxBodyBytes = maxBodyBytes;
    this.maxErrorBytes = maxErrorBytes;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    // Of the call: a user's interceptor may have made the request anew, without its tags.
    @Nullable AnswerHead head = AnswerHead.of(chain.call().request());
    Response response;
    try {
      response = chain.proceed(chain.request());
    } catch (Throwable e) {
      if (head != null) {
        head.failed(e);
      }
      throw e;
    }
    if (head != null) {
      head.returned(response);
    }
    @Nullable ResponseBody body = response.body();
    if (body == null || (response.isSuccessful() && isStreamed(chain))) {
      return response;
    }
    ResponseBody bounded =
        response.isSuccessful()
            ? BoundedBody.refusing(body, maxBodyBytes)
            : BoundedBody.cutting(body, maxErrorBytes);
    return response.newBuilder().body(bounded).build();
  }

  private static boolean isStreamed(Chain chain) {
    @Nullable Invocation invocation = chain.request().tag(Invocation.class);
    return invocation != null && invocation.method().isAnnotationPresent(Streaming.class);
  }
}
