package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/** Keeps what is written, and lets a test wait for it. */
final class WatchedStream extends ByteArrayOutputStream {
  private static final long PATIENCE_NANOS = SECONDS.toNanos(20);

  @Override
  public synchronized void write(int b) {
    super.write(b);
    notifyAll();
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    super.write(bytes, offset, length);
    notifyAll();
  }

  synchronized void await(String regex) throws InterruptedException {
    Pattern pattern = Pattern.compile(regex);
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!pattern.matcher(toString(UTF_8)).find()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError(regex + " is not in " + toString(UTF_8));
      }
      wait(1 + left / 1_000_000);
    }
  }
}
