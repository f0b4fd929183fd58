package io.github.datalab4j;

/** The text is no resume token of this library's version, or a part of one is missing. */
public final class InvalidTokenException extends DatalabException {
  private static final long serialVersionUID = 1;

  InvalidTokenException(String message) {
    super(Kind.INVALID_TOKEN, message, null, SubmissionState.NOT_APPLICABLE, null);
  }

  @Override
  DatalabException withToken(String token) {
    return this; // a token that cannot be read is no use to anybody
  }
}
