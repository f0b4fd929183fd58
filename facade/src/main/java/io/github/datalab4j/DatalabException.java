package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * The one family of errors of this client. Every error says what became of the submission ({@link
 * #submission()}), and every error after a job was accepted carries the token to resume it with
 * ({@link #token()}).
 *
 * <p>No message holds the API key. Java serialization keeps message, cause, {@link #kind()}, {@link
 * #token()} and {@link #submission()}; the values that single errors add are lost by it.
 */
public abstract class DatalabException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final SubmissionState submission;
  private final @Nullable String token;

  DatalabException(
      Kind kind,
      String message,
      @Nullable Throwable cause,
      SubmissionState submission,
      @Nullable String token) {
    super(message, cause);
    this.kind = kind;
    this.submission = submission;
    this.token = token;
  }

  /** Which error this is, as a stable word for logs and machine-readable output. */
  public final Kind kind() {
    return kind;
  }

  /** What is known about the submission. */
  public final SubmissionState submission() {
    return submission;
  }

  /**
   * The token that {@link CustomProcessors#resume} takes, or null when no job was accepted, as far
   * as is known, when the service named an address that ends in no lookup key, or when the call was
   * about no job.
   */
  public final @Nullable String token() {
    return token;
  }

  /** The same error about an accepted job. */
  abstract DatalabException withToken(String token);

  /** The message, which no error of this family lacks. */
  final String messageText() {
    @Nullable String message = getMessage();
    return message == null ? kind.wireName() : message;
  }

  /** Keeps the place where the original was made. */
  final <E extends DatalabException> E tracedTo(E copy) {
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  /** The kinds of error. Kinds may be added; none changes its meaning or its word. */
  public enum Kind {
    /** {@link JobFailedException}. */
    JOB_FAILED("job_failed"),
    /** {@link DeadlineExceededException}. */
    DEADLINE_EXCEEDED("deadline_exceeded"),
    /** {@link UnknownJobException}. */
    UNKNOWN_JOB("unknown_job"),
    /** {@link RequestRefusedException}. */
    REQUEST_REFUSED("request_refused"),
    /** {@link ResponseNotUnderstoodException}. */
    RESPONSE_NOT_UNDERSTOOD("response_not_understood"),
    /** {@link UntrustedAddressException}. */
    UNTRUSTED_ADDRESS("untrusted_address"),
    /** {@link SubmissionUnknownException}. */
    SUBMISSION_UNKNOWN("submission_unknown"),
    /** {@link NotSentException}. */
    NOT_SENT("not_sent"),
    /** {@link ServiceUnavailableException}. */
    SERVICE_UNAVAILABLE("service_unavailable"),
    /** {@link ClientClosedException}. */
    CLIENT_CLOSED("client_closed"),
    /** {@link InvalidTokenException}. */
    INVALID_TOKEN("invalid_token"),
    /** {@link TokenHookException}. */
    TOKEN_HOOK("token_hook"),
    /** {@link WatchFailedException}. */
    WATCH_FAILED("watch_failed");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** The stable lower-case word for this kind, such as {@code job_failed}. */
    public String wireName() {
      return wireName;
    }
  }
}
