package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * The service cannot be used at the moment. A job that was accepted goes on there: subscribe again
 * later, or resume it by the {@link #token()}.
 */
public final class ServiceUnavailableException extends DatalabException {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final int statusCode;
  private final long retryAfterMillis;

  ServiceUnavailableException(
      String message,
      @Nullable Throwable cause,
      Reason reason,
      int statusCode,
      long retryAfterMillis,
      SubmissionState submission,
      @Nullable String token) {
    super(Kind.SERVICE_UNAVAILABLE, message, cause, submission, token);
    this.reason = reason;
    this.statusCode = statusCode;
    this.retryAfterMillis = retryAfterMillis;
  }

  /** Why the service cannot be used. */
  public Reason reason() {
    return reason;
  }

  /** The HTTP status of the last answer, or 0 when there was none. */
  public int statusCode() {
    return statusCode;
  }

  /** How long the service asked to wait, in milliseconds; 0 when it did not ask. */
  public long retryAfterMillis() {
    return retryAfterMillis;
  }

  @Override
  DatalabException withToken(String token) {
    return tracedTo(
        new ServiceUnavailableException(
            messageText(),
            getCause(),
            reason,
            statusCode,
            retryAfterMillis,
            SubmissionState.ACCEPTED,
            token));
  }

  /** Why the service cannot be used. Reasons may be added. */
  public enum Reason {
    /** It answered 408, 425 or 5xx. */
    SERVER_ERROR,
    /** It answered 429: too many requests. */
    THROTTLED,
    /** The connection failed or broke. */
    CONNECTION,
    /** No answer came in time. */
    TIMEOUT,
    /** More polls failed in a row than the {@link PollPolicy} bears. */
    TOO_MANY_FAILURES,
    /** It asked to wait beyond the deadline of the {@link PollPolicy}. */
    RETRY_AFTER_BEYOND_DEADLINE
  }
}
