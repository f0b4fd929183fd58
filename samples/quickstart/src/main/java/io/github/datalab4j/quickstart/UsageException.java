package io.github.datalab4j.quickstart;

/** The user can mend this by typing something else; the message says what. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String kind;

  UsageException(String message) {
    this("usage", message);
  }

  UsageException(String kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** A stable word for programs. */
  String kind() {
    return kind;
  }

  /** The same without a part of the library's message that is of no use here. */
  UsageException without(String part) {
    return new UsageException(kind, String.valueOf(getMessage()).replace(part, ""));
  }
}
