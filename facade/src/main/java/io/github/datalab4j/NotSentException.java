package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * The submission surely was not accepted: no connection, a document that could not be read, the
 * submit timeout passed before the body was complete, or the service kept answering 429. A new
 * subscription to the job sends it.
 */
public final class NotSentException extends DatalabException {
  private static final long serialVersionUID = 1;

  NotSentException(String message, @Nullable Throwable cause) {
    super(Kind.NOT_SENT, message, cause, SubmissionState.NOT_SENT, null);
  }

  @Override
  DatalabException withToken(String token) {
    return this; // what was not sent has no token
  }
}
