package io.github.datalab4j;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A body that keeps what it is made of: when it is measured, or else when it is first sent. */
final class KeepingBody extends RequestBody {
  private final RequestBody body;
  private final boolean measured;
  private @Nullable ByteString kept;

  private KeepingBody(RequestBody body, boolean measured) {
    this.body = body;
    this.measured = measured;
  }

  static RequestBody measured(RequestBody body) {
    return new KeepingBody(body, true);
  }

  static RequestBody sent(RequestBody body) {
    return new KeepingBody(body, false);
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return measured ? bytes().size() : body.contentLength();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes());
  }

  private ByteString bytes() throws IOException {
    if (kept == null) {
      Buffer buffer = new Buffer();
      body.writeTo(buffer);
      kept = buffer.readByteString();
    }
    return kept;
  }
}
