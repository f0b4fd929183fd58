package io.github.datalab4j;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * A response body that ends at a limit: by an error, or, for an error's body, just so. That of an
 * error ends just so where it breaks off, too.
 */
final class BoundedBody extends ResponseBody {
  private final ResponseBody body;
  private final @Nullable MediaType contentType; // OkHttp reads it from the header each time
  private final long limit;
  private final boolean cut;
  private final BufferedSource source;

  private BoundedBody(ResponseBody body, long limit, boolean cut) {
    this.body = body;
    this.contentType = body.contentType();
    this.limit = limit;
    this.cut = cut;
    this.source = Okio.buffer(new Bounded());
  }

  /** Fails with {@link AnswerTooLargeException} on the first byte beyond the limit. */
  static ResponseBody refusing(ResponseBody body, long limit) {
    return new BoundedBody(body, limit, false);
  }

  /** Ends at the limit, and where it breaks off. */
  static ResponseBody cutting(ResponseBody body, long limit) {
    return new BoundedBody(body, limit, true);
  }

  @Override
  public @Nullable MediaType contentType() {
    return contentType;
  }

  @Override
  public long contentLength() {
    return cut ? -1 : body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }

  @Override
  public void close() {
    body.close();
  }

  private final class Bounded extends ForwardingSource {
    private long left = limit;

    Bounded() {
      super(body.source());
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      if (left == 0 && cut) {
        return -1;
      }
      long read;
      try {
        read = super.read(sink, Math.min(byteCount, cut ? left : left + 1));
      } catch (IOException e) {
        if (cut) {
          return -1; // the error's code and headers count, whatever its words were to be
        }
        throw e;
      }
      if (read > left) {
        throw new AnswerTooLargeException("The answer's body", limit);
      }
      left -= Math.max(0, read);
      return read;
    }
  }
}
