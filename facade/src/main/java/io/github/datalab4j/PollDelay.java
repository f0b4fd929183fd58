package io.github.datalab4j;

/**
 * Says how long to wait before the next poll: the function of a {@link PollPolicy}. The usual ones
 * come with {@link PollPolicy}; implement this for your own, with {@code equals} if the policy is
 * to be compared.
 *
 * <p>Implementations are pure and safe for any thread: one policy may serve many jobs.
 */
public interface PollDelay {
  /**
   * The wait after an answer, before jitter. It is measured from the answer, lengthened to what the
   * server asked for by {@code Retry-After}, and shortened to what is left of the deadline.
   *
   * @param polls how many polls of this watch were answered, well or badly; at least 1
   * @param elapsedMillis milliseconds since the watch began
   * @return milliseconds; less than 1 counts as 1. An exception ends the watch with itself
   */
  long afterPoll(int polls, long elapsedMillis);
}
