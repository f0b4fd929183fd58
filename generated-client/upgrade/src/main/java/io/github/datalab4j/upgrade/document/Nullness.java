package io.github.datalab4j.upgrade.document;

/** Reads {@code @Nullable} off types that are written as source. */
public final class Nullness {
  private static final String MARK = "@Nullable ";

  private Nullness() {}

  /** Whether the type itself, not one of its arguments, takes null. */
  public static boolean isNullable(String type) {
    int argument = type.indexOf('<');
    return (argument < 0 ? type : type.substring(0, argument)).contains(MARK);
  }

  /** The type without any mark. */
  public static String erase(String type) {
    return type.replace(MARK, "");
  }
}
