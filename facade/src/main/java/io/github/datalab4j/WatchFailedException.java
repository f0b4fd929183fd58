package io.github.datalab4j;

/**
 * The watch broke for a reason of the program's own, which is the cause: its poll policy threw,
 * say. The job goes on at the service.
 */
public final class WatchFailedException extends DatalabException {
  private static final long serialVersionUID = 1;

  WatchFailedException(Throwable cause, String token) {
    super(
        Kind.WATCH_FAILED,
        "The watch of the job broke: " + cause,
        cause,
        SubmissionState.ACCEPTED,
        token);
  }

  @Override
  DatalabException withToken(String token) {
    return this; // it has one
  }
}
