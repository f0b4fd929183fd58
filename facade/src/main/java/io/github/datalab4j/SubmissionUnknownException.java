package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * The submission was sent, or may have been, and nobody knows whether it was accepted: the answer
 * was lost, did not come in time, was 408, 5xx or a redirect (other than 307 and 308), or could not
 * be read. It is never sent again by itself, since that may create and bill a second version: look
 * at the processor's versions first.
 */
public final class SubmissionUnknownException extends DatalabException {
  private static final long serialVersionUID = 1;

  private final int statusCode;

  SubmissionUnknownException(String message, @Nullable Throwable cause, int statusCode) {
    super(Kind.SUBMISSION_UNKNOWN, message, cause, SubmissionState.UNKNOWN, null);
    this.statusCode = statusCode;
  }

  /**
   * The HTTP status of the answer, 200 for any success that could not be understood; 0 when no
   * answer was read to its end.
   */
  public int statusCode() {
    return statusCode;
  }

  @Override
  DatalabException withToken(String token) {
    return this; // an unknown submission has no token
  }
}
