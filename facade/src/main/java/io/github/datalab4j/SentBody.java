package io.github.datalab4j;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import okio.Sink;
import org.jspecify.annotations.Nullable;

/**
 * The body as it goes to the connection. Put around it innermost, so that an interceptor which
 * writes the body into a buffer first (a logger, say) counts for nothing.
 */
final class SentBody extends RequestBody {
  private final RequestBody body;
  private final Upload upload;

  SentBody(RequestBody body, Upload upload) {
    this.body = body;
    this.upload = upload;
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
    upload.start();
    try {
      Counting counting = new Counting(sink, contentLength());
      BufferedSink buffered = Okio.buffer(counting);
      body.writeTo(buffered);
      if (buffered.isOpen()) { // a body that compresses may close what it is written to
        buffered.emit();
      }
      counting.end();
    } finally {
      upload.stop();
    }
  }

  private final class Counting extends ForwardingSink {
    private final long total;
    private long sent;
    private boolean completed;

    Counting(Sink sink, long total) {
      super(sink);
      this.total = total;
    }

    @Override
    public void write(Buffer source, long byteCount) throws IOException {
      if (total >= 0 && sent + byteCount >= total) {
        complete();
      }
      super.write(source, byteCount);
      sent += byteCount;
      upload.progress(sent, total);
    }

    /** The body of an unknown length ends with a chunk that follows after this. */
    void end() throws IOException {
      if (total <= 0) {
        complete();
        upload.progress(sent, sent);
      }
    }

    /** Left to OkHttp: it would write the end of the body, which may not be allowed to go out. */
    @Override
    public void close() {}

    private void complete() throws IOException {
      if (!completed) {
        upload.complete();
        completed = true; // refused, it is asked again: what was held back may be written again
      }
    }
  }
}
