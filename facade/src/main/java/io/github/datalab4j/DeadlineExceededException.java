package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * The deadline of the {@link PollPolicy} passed before the job ended. The job goes on at the
 * service: subscribe again, or resume it by the {@link #token()}.
 */
public final class DeadlineExceededException extends DatalabException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable ProcessorStatus lastStatus;

  DeadlineExceededException(
      String message,
      @Nullable Throwable cause,
      SubmissionState submission,
      @Nullable String token,
      @Nullable ProcessorStatus lastStatus) {
    super(Kind.DEADLINE_EXCEEDED, message, cause, submission, token);
    this.lastStatus = lastStatus;
  }

  /** The last status that was seen, or null when no poll was answered. */
  public @Nullable ProcessorStatus lastStatus() {
    return lastStatus;
  }

  @Override
  DatalabException withToken(String token) {
    return tracedTo(
        new DeadlineExceededException(
            messageText(), getCause(), SubmissionState.ACCEPTED, token, lastStatus));
  }
}
