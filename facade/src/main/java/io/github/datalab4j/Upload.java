package io.github.datalab4j;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One sending of one request body: how far it went, and the guarantee that it goes out once.
 *
 * <p>The body counts as <em>out</em> from just before its last bytes are handed to the connection.
 * No server can have read the whole request before that; after that only an answer tells what
 * became of it.
 */
final class Upload extends AnswerHead {
  private static final UploadWatch NOBODY =
      new UploadWatch() {
        @Override
        public void progress(long sentBytes, long totalBytes) {}

        @Override
        public boolean mayComplete() {
          return true;
        }
      };

  private final UploadWatch watch;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile boolean out;
  private @Nullable Thread writer; // guarded by this; while it writes the body
  private boolean abandoned; // guarded by this

  Upload(UploadWatch watch) {
    this.watch = watch;
  }

  static Upload unwatched() {
    return new Upload(NOBODY);
  }

  /** Whether the server may have the whole request. */
  boolean isOut() {
    return out;
  }

  /** Whether a connection was made and the sending of the request began. */
  boolean hasStarted() {
    return started.get();
  }

  void checkNotStarted() throws IOException {
    if (started.get()) {
      throw sentBefore();
    }
  }

  /** The body is being written on this thread, until {@link #stop}. */
  void start() throws IOException {
    if (!started.compareAndSet(false, true)) {
      throw sentBefore();
    }
    synchronized (this) {
      if (abandoned) {
        throw givenUp();
      }
      writer = Thread.currentThread();
    }
  }

  /** The body is written, or cannot be. */
  synchronized void stop() {
    writer = null;
    if (abandoned) {
      Thread.interrupted(); // was meant for the body only
    }
  }

  /** Nobody waits for it: interrupts who writes the body, where a user's document may block. */
  synchronized void abandon() {
    abandoned = true;
    if (writer != null && writer != Thread.currentThread()) {
      writer.interrupt();
    }
  }

  /** Called once, just before the last bytes go out. */
  void complete() throws IOException {
    if (!watch.mayComplete()) {
      throw givenUp();
    }
    out = true;
  }

  void progress(long sentBytes, long totalBytes) {
    watch.progress(sentBytes, totalBytes);
  }

  private static IOException givenUp() {
    return new IOException("The sending was given up before the body was complete.");
  }

  private static IOException sentBefore() {
    return new IOException(
        "This request was sent before and is never sent twice; an interceptor or an authenticator"
            + " of the OkHttpClient tried to.");
  }
}
