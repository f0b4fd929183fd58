package io.github.datalab4j;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Asks for gzip and reads it, in place of OkHttp, which holds a name in its header in memory
 * however long it is. It does so where OkHttp would: below the user's interceptors, unless one of
 * them asks for an encoding or a range.
 */
final class GzipInterceptor implements Interceptor {
  private static final int MOST_HEADER = 64 * 1024; // bytes

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (request.header("Accept-Encoding") != null || request.header("Range") != null) {
      return chain.proceed(request);
    }
    Response response =
        chain.proceed(request.newBuilder().header("Accept-Encoding", "gzip").build());
    @Nullable ResponseBody body = response.body();
    if (body == null
        || !"gzip".equalsIgnoreCase(response.header("Content-Encoding"))
        || hasNoBody(request, response.code())) {
      return response;
    }
    Source decoded = new Decoded(new Encoded(body.source()));
    return response
        .newBuilder()
        .removeHeader("Content-Encoding")
        .removeHeader("Content-Length")
        .body(ResponseBody.create(Okio.buffer(decoded), body.contentType(), -1))
        .build();
  }

  /** Whatever its headers say: they may be those of the answer that has one. */
  private static boolean hasNoBody(Request request, int code) {
    return request.method().equals("HEAD") || code < 200 || code == 204 || code == 304;
  }

  private static final class Decoded extends ForwardingSource {
    private final Encoded encoded;

    Decoded(Encoded encoded) {
      super(new GzipSource(encoded));
      this.encoded = encoded;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = super.read(sink, byteCount);
      encoded.left = Long.MAX_VALUE; // the header is over
      return read;
    }
  }

  private static final class Encoded extends ForwardingSource {
    private long left = MOST_HEADER;

    Encoded(Source source) {
      super(source);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long read = super.read(sink, byteCount);
      left -= Math.max(0, read);
      if (left < 0) {
        throw new AnswerTooLargeException("The header of the answer's gzip", MOST_HEADER);
      }
      return read;
    }
  }
}
