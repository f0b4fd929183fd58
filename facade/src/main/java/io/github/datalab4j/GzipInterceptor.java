package io.github.datalab4j;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the header of a gzip answer before OkHttp reads it, which holds a name in it in memory
 * however long it is.
 */
final class GzipInterceptor implements Interceptor {
  private static final int MOST_HEADER = 64 * 1024; // bytes

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    @Nullable ResponseBody body = response.body();
    if (body == null || !"gzip".equalsIgnoreCase(response.header("Content-Encoding"))) {
      return response;
    }
    return response
        .newBuilder()
        .body(
            ResponseBody.create(
                Okio.buffer(new Bounded(body.source())), body.contentType(), body.contentLength()))
        .build();
  }

  /** Looks at the header when it is read first, as the answer's head may come long before it. */
  static final class Bounded extends ForwardingSource {
    // RFC 1952, 2.3: flags of what follows the first ten bytes, in this order.
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int FIXED = 10;

    private final BufferedSource gzip;
    private boolean looked;

    Bounded(BufferedSource gzip) {
      super(gzip);
      this.gzip = gzip;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      if (!looked) {
        look(); // again, if it throws
        looked = true;
      }
      return super.read(sink, byteCount);
    }

    /** What ends too early, or is no gzip, is for who reads it. */
    private void look() throws IOException {
      if (!gzip.request(FIXED) || unsigned(0) != 0x1f || unsigned(1) != 0x8b) {
        return;
      }
      int flags = unsigned(3);
      long at = FIXED;
      if ((flags & EXTRA) != 0) {
        if (!gzip.request(at + 2)) {
          return;
        }
        at += 2 + unsigned(at) + (unsigned(at + 1) << 8);
        // A GzipSource of Okio 3.6 whose bytes end right here throws a null pointer.
        gzip.require(at + 1);
      }
      if ((flags & NAME) != 0) {
        at = end(at);
      }
      if ((flags & COMMENT) != 0) {
        end(at);
      }
    }

    private int unsigned(long at) {
      return gzip.getBuffer().getByte(at) & 0xff;
    }

    /** Behind the text that begins there. */
    private long end(long start) throws IOException {
      long zero = start < MOST_HEADER ? gzip.indexOf((byte) 0, start, MOST_HEADER) : -1;
      if (zero < 0 && gzip.request(Math.max(start, MOST_HEADER))) {
        throw new AnswerTooLargeException("The header of the answer's gzip", MOST_HEADER);
      }
      return zero + 1;
    }
  }
}
