package io.github.datalab4j;

import okio.Utf8;
import org.jspecify.annotations.Nullable;

/** The rules of a job's key, the last path segment of its check URL. */
final class LookupKey {
  /** That of any check URL is shorter, and the token of one so long can be read. */
  private static final int MOST_BYTES = 4096;

  private LookupKey() {}

  /** Returns the key, or throws {@link IllegalArgumentException} that says why it is none. */
  static String check(String key) {
    @Nullable String fault = fault(key);
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    return key;
  }

  /** What is wrong with the key, or null. */
  static @Nullable String fault(String key) {
    if (key.trim().isEmpty()) {
      return "The lookup key is empty: give the last path segment of the check URL.";
    }
    if (Utf8.size(key) > MOST_BYTES) {
      return "The lookup key is longer than " + MOST_BYTES + " bytes.";
    }
    if (key.indexOf('/') >= 0 || key.indexOf('\\') >= 0) {
      return "The lookup key holds a slash: give only the last path segment of the check URL.";
    }
    if (isNoSegment(key)) {
      return "\"" + key + "\" is no lookup key.";
    }
    if (key.equals("access") || key.equals("creation-allowance")) {
      return "\"" + key + "\" is an operation of the service, no lookup key.";
    }
    for (int i = 0; i < key.length(); i++) {
      if (Character.isISOControl(key.charAt(i)) || Character.isWhitespace(key.charAt(i))) {
        return "The lookup key holds white space or a control character: copy it again.";
      }
      if (FileName.isLoneSurrogate(key, i)) {
        return "The lookup key holds half of a character: copy it again.";
      }
    }
    return null;
  }

  /** Whether a server may take it for no segment of a path: some drop what begins with ';'. */
  static boolean isNoSegment(String decoded) {
    int end = decoded.indexOf(';');
    String bare = end < 0 ? decoded : decoded.substring(0, end);
    return bare.isEmpty() || bare.equals(".") || bare.equals("..");
  }
}
