package io.github.datalab4j.benchmarks.call;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * As much of a request's head as a server needs that answers all alike.
 *
 * @param contentLength of its body, in bytes; bodies in chunks are not understood
 */
record RequestHead(long contentLength) {
  private static final String LENGTH = "content-length:";

  /** The next head, or null where the connection ends before one. */
  static @Nullable RequestHead read(InputStream in) throws IOException {
    long length = 0;
    StringBuilder line = new StringBuilder();
    boolean any = false;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      String text = line.toString().trim().toLowerCase(Locale.ROOT);
      line.setLength(0);
      if (text.isEmpty() && any) {
        return new RequestHead(length);
      }
      any = true;
      if (text.startsWith(LENGTH)) {
        length = Long.parseLong(text.substring(LENGTH.length()).trim());
      }
    }
    return null;
  }
}
