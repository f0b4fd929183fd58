package io.github.datalab4j;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that OkHttp may not send again: it otherwise posts twice after 408, after 503 with {@code
 * Retry-After: 0}, after 307 and 308, and when a pooled connection turns out to be closed. (OkHttp
 * 4's {@code MultipartBody} does not tell that a part of it is one-shot.)
 */
final class OneShotBody extends RequestBody {
  private final RequestBody body;

  private OneShotBody(RequestBody body) {
    this.body = body;
  }

  static RequestBody of(RequestBody body) {
    return body.isOneShot() ? body : new OneShotBody(body);
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    body.writeTo(sink);
  }
}
