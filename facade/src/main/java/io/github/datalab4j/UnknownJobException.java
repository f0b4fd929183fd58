package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * The service does not know the job (404 or 410): the key is wrong, or its result expired. The
 * service deletes results one hour after completion.
 */
public final class UnknownJobException extends DatalabException {
  private static final long serialVersionUID = 1;

  private final int statusCode;

  UnknownJobException(
      String message, int statusCode, SubmissionState submission, @Nullable String token) {
    super(Kind.UNKNOWN_JOB, message, null, submission, token);
    this.statusCode = statusCode;
  }

  /** The HTTP status: 404 or 410. */
  public int statusCode() {
    return statusCode;
  }

  @Override
  DatalabException withToken(String token) {
    return tracedTo(
        new UnknownJobException(messageText(), statusCode, SubmissionState.ACCEPTED, token));
  }
}
