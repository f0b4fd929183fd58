package io.github.datalab4j;

/** The rules of a file's name, which goes into a header line and into {@code file_instructions}. */
final class FileName {
  private FileName() {}

  /**
   * Returns the name, or throws {@link IllegalArgumentException} for one that would not arrive to
   * the letter. OkHttp writes a quote or a line break as {@code %22}, {@code %0D} or {@code %0A},
   * which Starlette does not undo, so the instructions would miss their file; Starlette drops
   * backslashes. Everything else, also non-ASCII as UTF-8, is read back as it was sent.
   */
  static String check(String name) {
    if (name.trim().isEmpty()) {
      throw new IllegalArgumentException("A document needs a file name, such as \"report.pdf\".");
    }
    if (name.equals(".") || name.equals("..")) {
      throw new IllegalArgumentException("\"" + name + "\" is a folder, not a file name.");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '/' || c == '\\') {
        throw new IllegalArgumentException(
            "\"" + printable(name) + "\" is a path: give the name after the last slash.");
      }
      if (c == '"' || Character.isISOControl(c) || isLoneSurrogate(name, i)) {
        throw new IllegalArgumentException(
            String.format(
                "The file name \"%s\" holds the character U+%04X, which cannot be sent in it:"
                    + " give the document another name.",
                printable(name), (int) c));
      }
    }
    return name;
  }

  /** Half of a character, which UTF-8 cannot hold. */
  static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static String printable(String name) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      shown.append(Character.isISOControl(c) || isLoneSurrogate(name, i) ? '?' : c);
    }
    return shown.toString();
  }
}
