package io.github.datalab4j;

/**
 * The job was accepted, but the program's own hook {@code onAccepted} failed or did not end in
 * time. The cause is what the hook failed with. Nothing was polled yet: a new subscription calls
 * the hook again before it polls; it does not send again.
 */
public final class TokenHookException extends DatalabException {
  private static final long serialVersionUID = 1;

  TokenHookException(String message, Throwable cause, String token) {
    super(Kind.TOKEN_HOOK, message, cause, SubmissionState.ACCEPTED, token);
  }

  @Override
  DatalabException withToken(String token) {
    return this; // it has one
  }
}
