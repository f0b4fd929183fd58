package io.github.datalab4j;

import io.reactivex.rxjava3.core.Single;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for a job's status once: budget, up to the deadline, then the request under its timer. */
final class StatusQuestion {
  private final String token;
  private final CheckPath path;
  private final long deadlineMillis;
  private final long timeoutMillis;
  private final ClientContext context;

  StatusQuestion(String token, CheckPath path, PollPolicy policy, ClientContext context) {
    this.token = token;
    this.path = path;
    this.deadlineMillis = policy.deadline(TimeUnit.MILLISECONDS);
    this.timeoutMillis = policy.pollTimeout(TimeUnit.MILLISECONDS);
    this.context = context;
  }

  Single<ProcessorStatus> answer() {
    Single<PollAnswer<ProcessorStatus>> request =
        TimeLimit.of(context.statuses.poll(path), timeoutMillis, context.jobs.timer, this::late);
    Single<PollAnswer<ProcessorStatus>> asked =
        Permit.around(request, context.jobs.budget, deadlineMillis, context.jobs.timer)
            .onErrorReturn(context.http.failures()::<ProcessorStatus>pollFailure);
    // Neither signals an error, so that the loser of the two has none to drop.
    return Single.ambArray(context.open.closed().toSingle(this::closed), asked)
        .map(this::value)
        .observeOn(context.jobs.callbacks);
  }

  private TimeoutException late() {
    return new TimeoutException("no answer within " + timeoutMillis + " ms");
  }

  private PollAnswer<ProcessorStatus> closed() {
    return PollAnswer.fatal(
        new ClientClosedException("The client was closed.", SubmissionState.ACCEPTED, token));
  }

  private ProcessorStatus value(PollAnswer<ProcessorStatus> answer) throws Throwable {
    if (answer.kind() == PollAnswer.Kind.VALUE) {
      return answer.value();
    }
    if (answer.kind() == PollAnswer.Kind.THROTTLED) {
      context.jobs.budget.throttled(answer.retryAfterMillis(), TimeUnit.MILLISECONDS);
    }
    Throwable error = answer.error();
    throw error instanceof DatalabException
        ? ((DatalabException) error).withToken(token)
        : new WatchFailedException(error, token);
  }
}
