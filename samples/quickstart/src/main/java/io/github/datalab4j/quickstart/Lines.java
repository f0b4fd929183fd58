package io.github.datalab4j.quickstart;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints whole lines, each flushed. Neither the key nor a control character gets through: what the
 * service answers may hold both.
 */
final class Lines {
  /** A shorter "key" is a mistake, and masking it would garble everything. */
  private static final int SHORTEST_SECRET = 8;

  private static final String MASK = "****";

  private final PrintStream stream;
  private @Nullable String secret;

  Lines(PrintStream stream) {
    this.stream = stream;
  }

  /** From now on this text is masked, also where JSON escapes it. */
  void mask(String secret) {
    String key = secret.strip();
    this.secret = key.length() < SHORTEST_SECRET ? null : key;
  }

  void print(String line) {
    stream.println(clean(line));
    stream.flush();
  }

  /** The text as it may be shown. */
  String clean(String text) {
    return masked(oneLine(text));
  }

  /** Whether the reader has gone, as in {@code datalab … | head -1}. */
  boolean isClosed() {
    return stream.checkError();
  }

  private String masked(String line) {
    String key = secret;
    return key == null ? line : line.replace(key, MASK).replace(escaped(key), MASK);
  }

  private static String escaped(String key) {
    return key.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.stripTrailing()
        .codePoints()
        .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
