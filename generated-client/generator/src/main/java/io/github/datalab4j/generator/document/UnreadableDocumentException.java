package io.github.datalab4j.generator.document;

/** A document that cannot be read, or is no OpenAPI 3.x. The message says what to do. */
public final class UnreadableDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a trace: Maven prints the whole of it, and the message is meant for people. */
  public UnreadableDocumentException(String message) {
    super(message, null, false, false);
  }
}
