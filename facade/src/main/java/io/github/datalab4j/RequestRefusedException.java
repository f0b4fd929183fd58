package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * The service refused the request: a 4xx answer other than 404 and 410 of a job, 408 and 429, or an
 * answer with {@code success: false}; to a poll also other than 407 and 425, which it bears. The
 * same request would be refused again.
 */
public final class RequestRefusedException extends DatalabException {
  private static final long serialVersionUID = 1;

  private final int statusCode;
  private final transient @Nullable ErrorDetail detail;
  private final @Nullable String body;

  RequestRefusedException(
      String message,
      int statusCode,
      @Nullable ErrorDetail detail,
      @Nullable String body,
      SubmissionState submission,
      @Nullable String token) {
    super(Kind.REQUEST_REFUSED, message, null, submission, token);
    this.statusCode = statusCode;
    this.detail = detail;
    this.body = body;
  }

  /** The HTTP status; 200 when the service refused by {@code success: false}. */
  public int statusCode() {
    return statusCode;
  }

  /** What the service says is wrong, or null when the answer has no {@code detail}. */
  public @Nullable ErrorDetail detail() {
    return detail;
  }

  /** The start of the answer's body as text, at most 8,192 characters; null when it was empty. */
  public @Nullable String body() {
    return body;
  }

  @Override
  DatalabException withToken(String token) {
    return tracedTo(
        new RequestRefusedException(
            messageText(), statusCode, detail, body, SubmissionState.ACCEPTED, token));
  }
}
