package io.github.datalab4j;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The watch of one accepted job: its poll loop, whose every error carries the job's token. */
final class JobWatch implements PollErrors<ProcessorStatus>, OpenWork.Closing {
  private final String token;
  private final PollPolicy policy;
  private final DatalabEventListener listener;
  private final PollLoop<ProcessorStatus> loop;

  JobWatch(
      ResumeToken token,
      Single<PollAnswer<ProcessorStatus>> poll,
      PollPolicy policy,
      JobContext context) {
    this.token = token.toString();
    this.policy = policy;
    this.listener = context.listener;
    this.loop =
        new PollLoop<>(
            permit -> poll.map(this::withToken),
            ProcessorStatus::isTerminal,
            policy,
            context,
            this);
  }

  /** Keeps the Retry-After of the answer that accepted the job. */
  void leaveAlone(long millis) {
    loop.leaveAlone(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  String token() {
    return token;
  }

  Observable<ProcessorStatus> statuses() {
    return typed(loop.values());
  }

  Single<GeneratedProcessor> result() {
    return statuses().lastOrError().map(this::result);
  }

  Observable<JobEvent> events() {
    return typed(loop.events().map(this::event));
  }

  @Override
  public void close() {
    loop.close();
  }

  private GeneratedProcessor result(ProcessorStatus last) {
    if (last.state() == ProcessorStatus.State.FAILED) {
      throw new JobFailedException(last, token);
    }
    @Nullable String processorId = last.processorId();
    if (processorId == null) {
      throw new ResponseNotUnderstoodException(
          "The job completed, but the service names no processor_id.",
          null,
          "$.processor_id",
          null,
          SubmissionState.ACCEPTED,
          token);
    }
    return new GeneratedProcessor(last, processorId);
  }

  private JobEvent event(PollEvent<ProcessorStatus> event) {
    return event.isValue()
        ? new JobEvent.Poll(event.number(), event.value())
        : new JobEvent.BadPoll(event.number(), borne(event.error()));
  }

  /** What else ends a loop is thrown by the user's own policy, budget or scheduler. */
  private <R> Observable<R> typed(Observable<R> view) {
    return view.onErrorResumeNext(
        error ->
            Observable.error(
                error instanceof DatalabException
                    ? error
                    : new WatchFailedException(error, token)));
  }

  private PollAnswer<ProcessorStatus> withToken(PollAnswer<ProcessorStatus> answer) {
    if (answer.kind() == PollAnswer.Kind.VALUE) {
      return answer;
    }
    Throwable error = answer.error();
    Throwable told =
        error instanceof DatalabException ? ((DatalabException) error).withToken(token) : error;
    if (answer.kind() == PollAnswer.Kind.FATAL) {
      listener.watchFailed(token, told);
    }
    return answer.withError(told);
  }

  private Throwable borne(Throwable error) {
    return error instanceof InterruptedIOException
        ? new ServiceUnavailableException(
            "The service did not answer a poll in time: " + error.getMessage(),
            error,
            Reason.TIMEOUT,
            0,
            0,
            SubmissionState.ACCEPTED,
            token)
        : error;
  }

  // What the loop tells

  @Override
  public void seen(PollEvent<ProcessorStatus> event) {
    if (event.isValue()) {
      listener.polled(token, event.number(), event.value());
    } else {
      listener.pollFailed(token, event.number(), borne(event.error()));
    }
  }

  @Override
  public Throwable deadlineExceeded(@Nullable ProcessorStatus last, @Nullable Throwable lastBad) {
    return ended(
        new DeadlineExceededException(
            "The job did not end within the deadline of "
                + policy.deadlineText()
                + ". It goes on at the service: watch it again, or resume it by its token.",
            lastBad == null ? null : borne(lastBad),
            SubmissionState.ACCEPTED,
            token,
            last));
  }

  @Override
  public Throwable tooManyFailures(int inARow, Throwable lastBad, @Nullable ProcessorStatus last) {
    Throwable cause = borne(lastBad);
    return ended(
        new ServiceUnavailableException(
            inARow + " polls failed in a row, the last one so: " + cause.getMessage(),
            cause,
            Reason.TOO_MANY_FAILURES,
            statusCode(cause),
            0,
            SubmissionState.ACCEPTED,
            token));
  }

  @Override
  public Throwable retryAfterBeyondDeadline(long retryAfterMillis, @Nullable ProcessorStatus last) {
    return ended(
        new ServiceUnavailableException(
            "The service asks to wait for "
                + TimeUnit.MILLISECONDS.toSeconds(retryAfterMillis)
                + " s, which is beyond the deadline. Resume the job by its token after that.",
            null,
            Reason.RETRY_AFTER_BEYOND_DEADLINE,
            0,
            retryAfterMillis,
            SubmissionState.ACCEPTED,
            token));
  }

  @Override
  public Throwable closed() {
    return new ClientClosedException(
        "The client was closed. The job goes on at the service: resume it by its token.",
        SubmissionState.ACCEPTED,
        token);
  }

  private Throwable ended(DatalabException error) {
    listener.watchFailed(token, error);
    return error;
  }

  private static int statusCode(Throwable cause) {
    return cause instanceof ServiceUnavailableException
        ? ((ServiceUnavailableException) cause).statusCode()
        : 0;
  }
}
