package io.github.datalab4j;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Function;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The watch of one accepted job: its poll loop, whose every error carries the job's token. It is
 * what very many jobs hold while they wait; so it has few parts, and makes what is seldom needed.
 */
final class JobWatch
    implements PollErrors<ProcessorStatus>,
        OpenWork.Closing,
        Function<Permit, Single<PollAnswer<ProcessorStatus>>> {
  private final String origin; // the token's parts: its text is several times as long
  private final String address;
  private final Single<PollAnswer<ProcessorStatus>> poll;
  private final DatalabEventListener listener;
  private final PollLoop<ProcessorStatus> loop;

  JobWatch(
      ResumeToken token,
      Single<PollAnswer<ProcessorStatus>> poll,
      PollPolicy policy,
      JobContext context) {
    this.origin = token.origin();
    this.address = token.address();
    this.poll = poll;
    this.listener = context.listener;
    this.loop = new PollLoop<>(this, ProcessorStatus::isTerminal, policy, context, this);
  }

  /** One poll. */
  @Override
  public Single<PollAnswer<ProcessorStatus>> apply(Permit permit) {
    return permit.call.in(poll).map(this::withToken);
  }

  /** Keeps the Retry-After of the answer that accepted the job. */
  void leaveAlone(long millis) {
    loop.leaveAlone(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  String token() {
    return ResumeToken.of(origin, address).toString();
  }

  Observable<ProcessorStatus> statuses() {
    return loop.values();
  }

  /** What {@link JobResult} watches. */
  Observable<PollEvent<ProcessorStatus>> polls() {
    return loop.events();
  }

  Observable<JobEvent> events() {
    return loop.events().map(this::event);
  }

  @Override
  public void close() {
    loop.close();
  }

  /** What the terminal status comes to. */
  GeneratedProcessor result(ProcessorStatus last) {
    if (last.state() == ProcessorStatus.State.FAILED) {
      throw new JobFailedException(last, token());
    }
    @Nullable String processorId = last.processorId();
    if (processorId == null) {
      throw new ResponseNotUnderstoodException(
          "The job completed, but the service names no processor_id.",
          null,
          "$.processor_id",
          null,
          SubmissionState.ACCEPTED,
          token());
    }
    return new GeneratedProcessor(last, processorId);
  }

  private JobEvent event(PollEvent<ProcessorStatus> event) {
    return event.isValue()
        ? new JobEvent.Poll(event.number(), event.value())
        : new JobEvent.BadPoll(event.number(), borne(event.error()));
  }

  private PollAnswer<ProcessorStatus> withToken(PollAnswer<ProcessorStatus> answer) {
    if (answer.kind() == PollAnswer.Kind.VALUE) {
      return answer;
    }
    Throwable error = answer.error();
    Throwable told =
        error instanceof DatalabException ? ((DatalabException) error).withToken(token()) : error;
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
            token())
        : error;
  }

  // What the loop tells

  @Override
  public void seen(PollEvent<ProcessorStatus> event) {
    if (listener == ContainedListener.NONE) {
      return;
    }
    if (event.isValue()) {
      listener.polled(token(), event.number(), event.value());
    } else {
      listener.pollFailed(token(), event.number(), borne(event.error()));
    }
  }

  @Override
  public Throwable deadlineExceeded(@Nullable ProcessorStatus last, @Nullable Throwable lastBad) {
    return new DeadlineExceededException(
        "The job did not end within the deadline of "
            + loop.policy.deadlineText()
            + ". It goes on at the service: watch it again, or resume it by its token.",
        lastBad == null ? null : borne(lastBad),
        SubmissionState.ACCEPTED,
        token(),
        last);
  }

  @Override
  public Throwable tooManyFailures(int inARow, Throwable lastBad, @Nullable ProcessorStatus last) {
    Throwable cause = borne(lastBad);
    return new ServiceUnavailableException(
        inARow + " polls failed in a row, the last one so: " + cause.getMessage(),
        cause,
        Reason.TOO_MANY_FAILURES,
        statusCode(cause),
        0,
        SubmissionState.ACCEPTED,
        token());
  }

  @Override
  public Throwable retryAfterBeyondDeadline(long retryAfterMillis, @Nullable ProcessorStatus last) {
    return new ServiceUnavailableException(
        "The service asks to wait for "
            + TimeUnit.MILLISECONDS.toSeconds(retryAfterMillis)
            + " s, which is beyond the deadline. Resume the job by its token after that.",
        null,
        Reason.RETRY_AFTER_BEYOND_DEADLINE,
        0,
        retryAfterMillis,
        SubmissionState.ACCEPTED,
        token());
  }

  @Override
  public Throwable closed() {
    return new ClientClosedException(
        "The client was closed. The job goes on at the service: resume it by its token.",
        SubmissionState.ACCEPTED,
        token());
  }

  /** What else ends a loop is thrown by the user's own policy, budget or scheduler. */
  @Override
  public Throwable typed(Throwable error) {
    return error instanceof DatalabException ? error : new WatchFailedException(error, token());
  }

  @Override
  public void failed(Throwable error) {
    listener.watchFailed(token(), error);
  }

  private static int statusCode(Throwable cause) {
    return cause instanceof ServiceUnavailableException
        ? ((ServiceUnavailableException) cause).statusCode()
        : 0;
  }
}
