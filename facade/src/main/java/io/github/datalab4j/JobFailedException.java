package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * The job ended without a processor: its status is {@code failed}, or {@code completed} with {@code
 * success: false}.
 */
public final class JobFailedException extends DatalabException {
  private static final long serialVersionUID = 1;

  private final transient ProcessorStatus status;

  JobFailedException(ProcessorStatus status, String token) {
    super(Kind.JOB_FAILED, message(status), null, SubmissionState.ACCEPTED, token);
    this.status = status;
  }

  /** The terminal status, with the service's own words in {@link ProcessorStatus#errorMessage}. */
  public ProcessorStatus status() {
    return status;
  }

  @Override
  DatalabException withToken(String token) {
    return tracedTo(new JobFailedException(status, token));
  }

  private static String message(ProcessorStatus status) {
    @Nullable String reason = status.errorMessage();
    return reason == null
        ? "The job failed with status '" + status.status() + "'; the service gave no reason."
        : "The job failed: " + reason;
  }
}
