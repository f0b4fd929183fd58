package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/** Makes the errors with which a {@link PollLoop} ends; its user knows what they must carry. */
interface PollErrors<T> {
  /** The deadline passed; {@code last} and {@code lastBad} are of the loop that ends. */
  Throwable deadlineExceeded(@Nullable T last, @Nullable Throwable lastBad);

  /** More failures in a row than the policy bears. */
  Throwable tooManyFailures(int inARow, Throwable lastBad, @Nullable T last);

  /** The server asked to be left alone for longer than the deadline allows. */
  Throwable retryAfterBeyondDeadline(long retryAfterMillis, @Nullable T last);

  /** The loop was closed. */
  Throwable closed();
}
