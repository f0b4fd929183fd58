package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Notification;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import retrofit2.HttpException;
import retrofit2.Response;

/** What is done around each call of a generated interface. */
interface CallPolicy {
  /** Nothing: for callers that take the budget, set the timer and read the errors themselves. */
  CallPolicy DIRECT =
      new CallPolicy() {
        @Override
        public <R> Single<Response<R>> around(Single<Response<R>> call) {
          return call;
        }

        @Override
        public Throwable refused(Response<?> response) {
          return new HttpException(response);
        }
      };

  /** The call, with whatever goes before and after it. */
  <R> Single<Response<R>> around(Single<Response<R>> call);

  /** The error for a response that has no value to give. */
  Throwable refused(Response<?> response);

  /** For users: budget, then timer and call; errors of our family; answers on their scheduler. */
  final class Budgeted implements CallPolicy {
    private final RequestBudget budget;
    private final Failures failures;
    private final Scheduler timer;
    private final Scheduler callbacks;
    private final long permitTimeoutMillis;
    private final long callTimeoutMillis;
    private final Completable closed;

    Budgeted(HttpSettings settings, Failures failures, Completable closed) {
      this.budget = settings.budget;
      this.failures = failures;
      this.timer = settings.timer;
      this.callbacks = settings.callbacks;
      this.permitTimeoutMillis = settings.permitTimeoutMillis;
      this.callTimeoutMillis = settings.callTimeoutMillis;
      this.closed = closed;
    }

    @Override
    public <R> Single<Response<R>> around(Single<Response<R>> call) {
      Single<Response<R>> timed = TimeLimit.of(call, callTimeoutMillis, timer, this::late);
      return Single.defer(
          () -> {
            @Nullable PollTicket ticket = PollTicket.take(budget);
            return ticket == null
                ? typed(
                        Permit.around(timed, budget, permitTimeoutMillis, timer)
                            .doOnSuccess(this::tellBudget))
                    .observeOn(callbacks)
                : typed(ticket.around(timed));
          });
    }

    private <R> Single<R> typed(Single<R> call) {
      return untilClosed(call).onErrorResumeNext(failure -> Single.error(failures.error(failure)));
    }

    private TimeoutException late() {
      return new TimeoutException("no answer within " + callTimeoutMillis + " ms");
    }

    /** Ends are items on the way through {@code amb}, which would not swallow a second error. */
    private <R> Single<R> untilClosed(Single<R> call) {
      Single<Notification<R>> closing =
          closed.toSingle(() -> Notification.createOnError(closedError()));
      return Single.ambArray(closing, call.materialize()).<R>dematerialize(end -> end).toSingle();
    }

    private static ClientClosedException closedError() {
      return new ClientClosedException(
          "The client was closed.", SubmissionState.NOT_APPLICABLE, null);
    }

    private void tellBudget(Response<?> response) {
      if (response.code() == 429) {
        budget.throttled(RetryAfter.millis(response.headers()), TimeUnit.MILLISECONDS);
      }
    }

    @Override
    public Throwable refused(Response<?> response) {
      return failures.error(response, false);
    }
  }
}
