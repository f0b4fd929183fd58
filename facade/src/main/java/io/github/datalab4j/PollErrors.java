package io.github.datalab4j;

import org.jspecify.annotations.Nullable;

/**
 * Makes the errors with which a {@link PollLoop} ends, since its user knows what they must carry;
 * and hears of each answer once, however many subscribers there are.
 */
interface PollErrors<T> {
  /** An answer that does not end the loop by an error, before any subscriber hears of it. */
  default void seen(PollEvent<T> event) {}

  /** The deadline passed; {@code last} and {@code lastBad} are of the loop that ends. */
  Throwable deadlineExceeded(@Nullable T last, @Nullable Throwable lastBad);

  /** More failures in a row than the policy bears. */
  Throwable tooManyFailures(int inARow, Throwable lastBad, @Nullable T last);

  /** The server asked to be left alone for longer than the deadline allows. */
  Throwable retryAfterBeyondDeadline(long retryAfterMillis, @Nullable T last);

  /** The loop was closed. */
  Throwable closed();

  /** What subscribers get for any error that ends the loop, made here or not. */
  default Throwable typed(Throwable error) {
    return error;
  }

  /** The loop ended with this error while there were subscribers, who are told next. */
  default void failed(Throwable error) {}
}
