package io.github.datalab4j;

import java.io.IOException;

/** A part of an answer is larger than this client takes. */
final class AnswerTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  AnswerTooLargeException(String part, long limit) {
    super(part + " is larger than " + limit + " bytes.");
  }
}
