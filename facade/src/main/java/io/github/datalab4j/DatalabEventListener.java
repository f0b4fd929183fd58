package io.github.datalab4j;

/**
 * Hears what a client does, for metrics and logs. Extend it and override what you need; methods may
 * be added.
 *
 * <p>It is called on the thread on which the thing happens, often one of the HTTP client: return
 * quickly. Calls may come from several threads at once. What a method throws is logged by {@code
 * java.util.logging} under the name {@code io.github.datalab4j} at level {@code WARNING}, and
 * changes nothing else. No argument holds the API key.
 */
public abstract class DatalabEventListener {
  /** For subclasses. */
  protected DatalabEventListener() {}

  /**
   * A submission is about to be sent.
   *
   * @param processorId the processor that is iterated
   * @param attempt 1 for the first time; more after a try that surely was not accepted
   */
  public void submitting(String processorId, int attempt) {}

  /**
   * A submission was accepted, and there is a token, be it of a lookup key alone, in a check URL
   * that is not asked.
   *
   * @param processorId the processor that is iterated
   * @param token the token to resume the job with
   */
  public void accepted(String processorId, String token) {}

  /**
   * A try to submit ended in another way: also accepted, under a check URL without a lookup key.
   *
   * @param processorId the processor that is iterated
   * @param error says by {@link DatalabException#submission()} what became of the submission
   */
  public void notAccepted(String processorId, DatalabException error) {}

  /**
   * A poll was answered with a status.
   *
   * @param token the token of the job
   * @param number the number of the poll in this watch, from 1
   * @param status what the service answered
   */
  public void polled(String token, long number, ProcessorStatus status) {}

  /**
   * A poll failed, and the failure is borne.
   *
   * @param token the token of the job
   * @param number the number of the poll in this watch, from 1
   * @param error why it failed
   */
  public void pollFailed(String token, long number, Throwable error) {}

  /**
   * A watch that somebody was subscribed to ended with an error, be it by {@link Datalab#close}.
   * Its end with a terminal status is the last {@link #polled}.
   *
   * @param token the token of the job
   * @param error what its subscribers get
   */
  public void watchFailed(String token, Throwable error) {}
}
