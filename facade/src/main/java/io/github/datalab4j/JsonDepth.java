package io.github.datalab4j;

import okio.Buffer;

/** Finds JSON that is nested too deep before anything recursive reads it. */
final class JsonDepth {
  private final int most;
  private int depth;
  private boolean inString;
  private boolean escaped;

  private JsonDepth(int most) {
    this.most = most;
  }

  /** Whether arrays and objects are nested deeper than that. Looks, and takes nothing. */
  static boolean exceeds(int most, Buffer json) {
    JsonDepth state = new JsonDepth(most);
    // In place: a clone would share the segments, which Okio then cannot use again.
    try (Buffer.UnsafeCursor cursor = json.readUnsafe()) {
      while (cursor.next() > 0) {
        for (int i = cursor.start; i < cursor.end; i++) {
          if (state.exceededBy(cursor.data[i])) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean exceededBy(byte b) {
    if (escaped) {
      escaped = false;
    } else if (inString) {
      escaped = b == '\\';
      inString = b != '"';
    } else if (b == '"') {
      inString = true;
    } else if (b == '[' || b == '{') {
      return ++depth > most;
    } else if (b == ']' || b == '}') {
      depth--;
    }
    return false;
  }
}
