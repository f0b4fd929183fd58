package io.github.datalab4j.upgrade.document;

/** A document that cannot be read, or is no OpenAPI 3.x. The message says what to do. */
public final class UnreadableDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableDocumentException(String message) {
    super(message);
  }

  UnreadableDocumentException(String message, Throwable cause) {
    super(message, cause);
  }
}
