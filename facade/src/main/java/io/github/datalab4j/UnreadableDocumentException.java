package io.github.datalab4j;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A document that could not be read while it was sent, or that changed meanwhile. */
final class UnreadableDocumentException extends IOException {
  private static final long serialVersionUID = 1;

  UnreadableDocumentException(String name, String fault, @Nullable Throwable cause) {
    super("The document \"" + name + "\" " + fault, cause);
  }
}
