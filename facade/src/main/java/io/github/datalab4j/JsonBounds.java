package io.github.datalab4j;

import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Finds JSON that costs too much to read: nested too deep for what is recursive, with more values
 * than memory may be spent on, or with numbers or white space too long for Moshi, whose time for
 * those grows with the square of their length.
 */
final class JsonBounds {
  private static final int LONGEST_RUN = 10_000; // bytes

  private int depth;
  private int run;
  private long values; // rather too many: each but the first is behind a comma or an opening
  private boolean inString;
  private boolean escaped;

  private JsonBounds() {}

  /** What is beyond the bounds, or null. Looks, and takes nothing. */
  static @Nullable String fault(int mostDepth, long mostValues, Buffer json) {
    JsonBounds state = new JsonBounds();
    // In place: a clone would share the segments, which Okio then cannot use again.
    try (Buffer.UnsafeCursor cursor = json.readUnsafe()) {
      while (cursor.next() > 0) {
        for (int i = cursor.start; i < cursor.end; i++) {
          state.next(cursor.data[i]);
          if (state.depth > mostDepth) {
            return tooMany(mostDepth, "levels");
          }
          if (state.values > mostValues) {
            return tooMany(mostValues, "values");
          }
          if (state.run > LONGEST_RUN) {
            return tooMany(LONGEST_RUN, "characters in a number or white space");
          }
        }
      }
    }
    return null;
  }

  private static String tooMany(long most, String what) {
    return "JSON has more than " + most + " " + what;
  }

  private void next(byte b) {
    run = !inString && isOfRuns(b) ? run + 1 : 0;
    if (escaped) {
      escaped = false;
    } else if (inString) {
      escaped = b == '\\';
      inString = b != '"';
    } else if (b == '"') {
      inString = true;
    } else if (b == ',') {
      values++;
    } else if (b == '[' || b == '{') {
      values++;
      depth++;
    } else if (b == ']' || b == '}') {
      depth--;
    }
  }

  private static boolean isOfRuns(byte b) {
    return (b >= '0' && b <= '9') || " \t\r\n-+.eE".indexOf(b) >= 0;
  }
}
