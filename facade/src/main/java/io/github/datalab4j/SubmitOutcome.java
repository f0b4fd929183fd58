package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * What became of one try to submit. It is a value, so that errors cannot be mixed up on the way.
 */
final class SubmitOutcome {
  private final @Nullable ResumeToken accepted;
  private final @Nullable DatalabException error;
  private final boolean again;
  private final long retryAfterMillis;

  private SubmitOutcome(
      @Nullable ResumeToken accepted,
      @Nullable DatalabException error,
      boolean again,
      long retryAfterMillis) {
    this.accepted = accepted;
    this.error = error;
    this.again = again;
    this.retryAfterMillis = retryAfterMillis;
  }

  /** The job exists, under the address in the token. */
  static SubmitOutcome accepted(ResumeToken token) {
    return accepted(token, 0);
  }

  /** The same, and the server asks for that long before the first poll. */
  static SubmitOutcome accepted(ResumeToken token, long retryAfterMillis) {
    return new SubmitOutcome(token, null, false, retryAfterMillis);
  }

  /** The job exists, but under an address that is not asked; the token has its lookup key alone. */
  static SubmitOutcome acceptedElsewhere(
      ResumeToken token, DatalabException error, long retryAfterMillis) {
    return new SubmitOutcome(token, error, false, retryAfterMillis);
  }

  /** Final: refused, unknown, or accepted under an address in which no lookup key can be read. */
  static SubmitOutcome ended(DatalabException error) {
    return new SubmitOutcome(null, error, false, 0);
  }

  /** Surely not accepted, and trying again may help: no connection, 429. */
  static SubmitOutcome notYet(DatalabException error, long retryAfterMillis) {
    return new SubmitOutcome(null, error, true, retryAfterMillis);
  }

  /** Surely not accepted, and not tried again by itself: an unreadable document, an early 503. */
  static SubmitOutcome notSent(DatalabException error, long retryAfterMillis) {
    return new SubmitOutcome(null, error, false, retryAfterMillis);
  }

  /** The token; null when the job was not accepted, or nothing is known to ask for it by. */
  @Nullable ResumeToken token() {
    return accepted;
  }

  /** The error; null exactly when the job was accepted and may be watched. */
  @Nullable DatalabException error() {
    return error;
  }

  /** Whether trying again may help. */
  boolean again() {
    return again;
  }

  /** How long the server asked to be left alone; 0 when it did not. */
  long retryAfterMillis() {
    return retryAfterMillis;
  }
}
