package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/** The service answered with success, but with a body that is not what its document promises. */
public final class ResponseNotUnderstoodException extends DatalabException {
  private static final long serialVersionUID = 1;

  private final @Nullable String jsonPath;
  private final @Nullable String excerpt;

  ResponseNotUnderstoodException(
      String message,
      @Nullable Throwable cause,
      @Nullable String jsonPath,
      @Nullable String excerpt,
      SubmissionState submission,
      @Nullable String token) {
    super(Kind.RESPONSE_NOT_UNDERSTOOD, message, cause, submission, token);
    this.jsonPath = jsonPath;
    this.excerpt = excerpt;
  }

  /** Where in the JSON the fault is, such as {@code $.status}; null when it is no JSON at all. */
  public @Nullable String jsonPath() {
    return jsonPath;
  }

  /** The start of the body, at most 512 characters; null when it was not kept. */
  public @Nullable String excerpt() {
    return excerpt;
  }

  @Override
  DatalabException withToken(String token) {
    return tracedTo(
        new ResponseNotUnderstoodException(
            messageText(), getCause(), jsonPath, excerpt, SubmissionState.ACCEPTED, token));
  }
}
