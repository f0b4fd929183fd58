package io.github.datalab4j;

import java.io.IOException;

/** An answer's body, after decompression, is larger than this client takes. */
final class AnswerTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  AnswerTooLargeException(long limit) {
    super("The answer's body is larger than " + limit + " bytes.");
  }
}
