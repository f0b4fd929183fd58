package io.github.datalab4j;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Predicate;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The watch of any long-running operation: the loop of jobs, without a token. */
final class OperationWatch<T> implements PollErrors<T>, OpenWork.Closing {
  private static final SubmissionState NO_SUBMISSION = SubmissionState.NOT_APPLICABLE;

  private final PollPolicy policy;
  private final PollLoop<T> loop;

  OperationWatch(
      Function<Permit, Single<PollAnswer<T>>> poll,
      Predicate<? super T> isTerminal,
      PollPolicy policy,
      JobContext context) {
    this.policy = policy;
    this.loop = new PollLoop<>(poll, isTerminal, policy, context, this);
  }

  Observable<T> values() {
    return loop.values();
  }

  @Override
  public void close() {
    loop.close();
  }

  @Override
  public Throwable deadlineExceeded(@Nullable T last, @Nullable Throwable lastBad) {
    return new DeadlineExceededException(
        "The operation did not end within the deadline of " + policy.deadlineText() + ".",
        lastBad,
        NO_SUBMISSION,
        null,
        last instanceof ProcessorStatus ? (ProcessorStatus) last : null);
  }

  @Override
  public Throwable tooManyFailures(int inARow, Throwable lastBad, @Nullable T last) {
    return new ServiceUnavailableException(
        inARow + " polls failed in a row, the last one so: " + lastBad.getMessage(),
        lastBad,
        Reason.TOO_MANY_FAILURES,
        lastBad instanceof ServiceUnavailableException
            ? ((ServiceUnavailableException) lastBad).statusCode()
            : 0,
        0,
        NO_SUBMISSION,
        null);
  }

  @Override
  public Throwable retryAfterBeyondDeadline(long retryAfterMillis, @Nullable T last) {
    return new ServiceUnavailableException(
        "The service asks to wait for "
            + TimeUnit.MILLISECONDS.toSeconds(retryAfterMillis)
            + " s, which is beyond the deadline.",
        null,
        Reason.RETRY_AFTER_BEYOND_DEADLINE,
        0,
        retryAfterMillis,
        NO_SUBMISSION,
        null);
  }

  @Override
  public Throwable closed() {
    return new ClientClosedException("The client was closed.", NO_SUBMISSION, null);
  }
}
