package io.github.datalab4j.rule;

import okhttp3.OkHttp;

/** Which OkHttp the tests run on: 4, or 5 by the profile {@code okhttp5}. */
public final class OkHttpVersion {
  private OkHttpVersion() {}

  /** Asked when it runs: the compiler would write the constant of its own day into the class. */
  public static boolean is4() {
    try {
      return String.valueOf(OkHttp.class.getField("VERSION").get(null)).startsWith("4.");
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
