package io.github.datalab4j;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/**
 * Streams one document. Its length is measured once, on OkHttp's thread, and every writing holds to
 * it: a document of another length by then is an error before the body can be complete.
 */
final class DocumentBody extends RequestBody {
  private static final int CHUNK = 8192; // bytes at most; Okio's segment
  private static final int MOST_EMPTY_READS = 1000; // in a row
  private static final long NOT_MEASURED = -2;

  private final Document document;
  private long length = NOT_MEASURED;

  DocumentBody(Document document) {
    this.document = document;
  }

  @Override
  public MediaType contentType() {
    return MediaType.get(document.mediaType());
  }

  @Override
  public synchronized long contentLength() throws IOException {
    if (length == NOT_MEASURED) {
      try {
        length = document.length();
      } catch (Throwable e) {
        throw unreadable(e);
      }
      if (length == 0) {
        throw new UnreadableDocumentException(document.name(), "is empty by now.", null);
      }
    }
    return length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    long length = contentLength();
    long written = 0;
    try (Reading reading = new Reading()) {
      Buffer chunk = new Buffer(); // its segment is handed on, not copied
      for (long read = reading.next(chunk); read >= 0; read = reading.next(chunk)) {
        written += read;
        if (length >= 0 && written > length) {
          throw changed("grew", length);
        }
        sink.write(chunk, read);
      }
    }
    if (length >= 0 && written < length) {
      throw changed("shrank", length);
    }
    if (written == 0) {
      throw new UnreadableDocumentException(document.name(), "is empty.", null);
    }
  }

  private UnreadableDocumentException changed(String how, long length) {
    return new UnreadableDocumentException(
        document.name(), how + " while it was being sent; it had " + length + " bytes.", null);
  }

  private UnreadableDocumentException unreadable(Throwable e) {
    return new UnreadableDocumentException(document.name(), "cannot be read: " + e.getMessage(), e);
  }

  /**
   * Tells failures of the document from those of the connection. A user's code may throw anything:
   * Kotlin declares nothing, and Android's {@code RemoteException} is no {@code IOException}.
   */
  private final class Reading implements AutoCloseable {
    private final Source source;

    Reading() throws IOException {
      try {
        source = Okio.source(document.content().open());
      } catch (Throwable e) {
        throw unreadable(e);
      }
    }

    long next(Buffer chunk) throws IOException {
      try {
        for (int tries = 0; tries < MOST_EMPTY_READS; tries++) {
          long read = source.read(chunk, CHUNK);
          if (read != 0) {
            return read;
          }
        }
        throw new IOException("its source gives no bytes, and no end");
      } catch (Throwable e) {
        throw unreadable(e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        source.close();
      } catch (Throwable e) {
        throw unreadable(e);
      }
    }
  }
}
