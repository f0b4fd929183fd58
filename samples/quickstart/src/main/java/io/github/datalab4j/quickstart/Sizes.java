package io.github.datalab4j.quickstart;

import java.util.Locale;

/** Numbers of bytes, as people read them. */
final class Sizes {
  private Sizes() {}

  static String readable(long bytes) {
    if (bytes < 1_000) {
      return bytes + " bytes";
    }
    return bytes < 1_000_000 ? scaled(bytes, 1e3, "kB") : scaled(bytes, 1e6, "MB");
  }

  private static String scaled(long bytes, double unit, String name) {
    return String.format(Locale.ROOT, "%.1f %s", bytes / unit, name);
  }
}
