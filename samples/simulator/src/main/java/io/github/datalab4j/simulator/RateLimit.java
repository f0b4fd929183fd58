package io.github.datalab4j.simulator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit on all requests of the account: at most so many in any 60 seconds, everything beyond is
 * answered with 429 and does not count.
 */
public final class RateLimit {
  /** How a 429 says when to come again. */
  enum Hint {
    SECONDS,
    DATE,
    NONE
  }

  private static final RateLimit NONE = new RateLimit(Integer.MAX_VALUE, Hint.NONE);

  final int perMinute;
  final Hint hint;

  private RateLimit(int perMinute, Hint hint) {
    this.perMinute = perMinute;
    this.hint = hint;
  }

  /** No limit. The default. */
  public static RateLimit none() {
    return NONE;
  }

  /** So many requests in any 60 seconds; a 429 carries {@code Retry-After} in whole seconds. */
  public static RateLimit perMinute(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be at least 1, was " + requests);
    }
    return new RateLimit(requests, Hint.SECONDS);
  }

  /** The same limit with {@code Retry-After} as an HTTP date. */
  public RateLimit withRetryAfterDate() {
    return new RateLimit(perMinute, Hint.DATE);
  }

  /** The same limit without {@code Retry-After}. */
  public RateLimit withoutRetryAfter() {
    return new RateLimit(perMinute, Hint.NONE);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RateLimit
        && perMinute == ((RateLimit) other).perMinute
        && hint == ((RateLimit) other).hint;
  }

  @Override
  public int hashCode() {
    return Objects.hash(perMinute, hint);
  }

  @Override
  public String toString() {
    return perMinute == Integer.MAX_VALUE
        ? "RateLimit{none}"
        : "RateLimit{perMinute=" + perMinute + ", retryAfter=" + hint + '}';
  }
}
