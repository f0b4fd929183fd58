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
    Buffer copy = json.clone(); // shares the bytes
    byte[] chunk = new byte[8192];
    for (int read = copy.read(chunk); read >= 0; read = copy.read(chunk)) {
      for (int i = 0; i < read; i++) {
        if (state.exceededBy(chunk[i])) {
          return true;
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
