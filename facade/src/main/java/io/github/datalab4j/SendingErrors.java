package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/** The errors by which a {@link Sending} ends of its own, each telling whether a job may exist. */
final class SendingErrors {
  private SendingErrors() {}

  /** For one that was accepted, if there is a token, or that may be sent, or is not. */
  static DatalabException closed(@Nullable ResumeToken token, boolean mayBeSent) {
    if (token != null) {
      return closed(SubmissionState.ACCEPTED, token.toString());
    }
    if (mayBeSent) {
      return new SubmissionUnknownException(
          "The client was closed while the answer to the submission was awaited: whether it was"
              + " accepted is not known. Look at the processor's versions before you send it"
              + " again.",
          closed(SubmissionState.UNKNOWN, null),
          0);
    }
    return closed(SubmissionState.NOT_SENT, null);
  }

  private static ClientClosedException closed(SubmissionState submission, @Nullable String token) {
    return new ClientClosedException("The client was closed.", submission, token);
  }

  static DatalabException timedOut(long millis, boolean mayBeSent) {
    String limit = "within the submit timeout of " + millis + " ms";
    return mayBeSent
        ? new SubmissionUnknownException(
            "The submission was not answered "
                + limit
                + ": whether it was accepted is not known. Look at the processor's versions before"
                + " you send it again.",
            null,
            0)
        : new NotSentException(
            "The submission was not complete " + limit + ". Give it more by submitTimeout(…).",
            null);
  }

  /** Neither a budget nor a sender should fail; what is known then is whether it may be sent. */
  static DatalabException failed(Throwable error, boolean mayBeSent) {
    return mayBeSent
        ? new SubmissionUnknownException("The submission may have been sent, and failed.", error, 0)
        : new NotSentException("The submission failed before it was sent: " + error, error);
  }

  static NotSentException askedToWait(long millis) {
    return new NotSentException(
        "The service asks to wait for another "
            + millis
            + " ms, which is beyond the submit"
            + " timeout; nothing was sent.",
        null);
  }

  static NotSentException neverAccepted(DatalabException last) {
    return new NotSentException(
        "The submission was not accepted within the submit timeout: " + last.getMessage(), last);
  }

  static TokenHookException hookFailed(Throwable error, String token) {
    return new TokenHookException(
        "The job was accepted, but the hook onAccepted failed: " + error, error, token);
  }
}
