package io.github.datalab4j;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body that OkHttp may not send again: it otherwise posts twice after 408, after 503 with {@code
 * Retry-After: 0}, after 307 and 308, and when a pooled connection turns out to be closed. (OkHttp
 * 4's {@code MultipartBody} does not tell that a part of it is one-shot.) Whoever reads it, tells
 * so: the documents in it may block, and it may be sent past our own connection.
 */
final class OneShotBody extends RequestBody {
  private final RequestBody body;
  private final Upload upload;

  OneShotBody(RequestBody body, Upload upload) {
    this.body = body;
    this.upload = upload;
  }

  boolean isOf(Upload other) {
    return upload == other;
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    upload.beginReading();
    try {
      return body.contentLength();
    } finally {
      upload.endReading();
    }
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    int reading = upload.beginReadingBody();
    try {
      body.writeTo(sink);
    } catch (UnreadableDocumentException e) {
      upload.couldNotBeRead(reading);
      throw e;
    } finally {
      upload.endReading();
    }
  }
}
