package io.github.datalab4j;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * One permit of the budget that a {@link PollLoop} has taken for a call of a generated interface,
 * and what that call's answer says about waiting. It is handed over by the thread: the first call
 * that is subscribed to while the poll is being subscribed to uses it, so that no second permit is
 * taken, and the loop's timer runs for the call only.
 */
final class PollTicket {
  private static final ThreadLocal<PollTicket> CURRENT = new ThreadLocal<>();

  private final Permit permit;
  private final Executor threads;
  private volatile long retryAfterMillis;
  private boolean taken; // by the thread that it is handed over by

  private PollTicket(Permit permit, Executor threads) {
    this.permit = permit;
    this.threads = threads;
  }

  /**
   * Turns a user's call into polls: each subscription is one of them, and never fails. The call may
   * block: it is subscribed to on one of those threads.
   */
  static <T> Single<PollAnswer<T>> poll(
      Single<T> call, Permit permit, Failures failures, Executor threads) {
    return Single.defer(
        () -> {
          PollTicket ticket = new PollTicket(permit, threads);
          return new OffThread<>(new Paid<>(call, ticket), threads)
              .map(value -> PollAnswer.value(value, ticket.retryAfterMillis))
              .onErrorReturn(failure -> failures.pollFailure(failure, ticket.retryAfterMillis));
        });
  }

  /** The ticket of the poll that is being subscribed to, once, if it is of this budget; or null. */
  static @Nullable PollTicket take(RequestBudget budget) {
    @Nullable PollTicket ticket = CURRENT.get();
    if (ticket == null || !ticket.permit.isOf(budget)) {
      return null;
    }
    CURRENT.remove();
    ticket.taken = true;
    return ticket;
  }

  /**
   * The call that uses the permit, up to its end: a call after it needs another one. It is answered
   * where the user's code may block: not behind observers, as they may hold up the poll.
   */
  <R> Single<Response<R>> around(Single<Response<R>> call) {
    return Single.using(() -> permit, held -> permit.call.inUsers(call), Permit::release)
        .doOnSuccess(this::answered)
        .doOnError(this::failed)
        .observeOn(Schedulers.from(threads, true));
  }

  private void answered(Response<?> response) {
    retryAfterMillis = RetryAfter.millis(response.headers());
  }

  private void failed(Throwable failure) {
    if (failure instanceof DamagedAnswerException) {
      retryAfterMillis = ((DamagedAnswerException) failure).retryAfterMillis();
    }
  }

  /** Whoever did not take it may wait for a permit of his own, and not for the end of this one. */
  private void lapse() {
    CURRENT.remove();
    if (!taken) {
      permit.release();
    }
  }

  private static final class Paid<T> extends Single<T> {
    private final Single<T> call;
    private final PollTicket ticket;

    Paid(Single<T> call, PollTicket ticket) {
      this.call = call;
      this.ticket = ticket;
    }

    @Override
    protected void subscribeActual(SingleObserver<? super T> observer) {
      CURRENT.set(ticket);
      try {
        call.subscribe(observer);
      } finally {
        ticket.lapse();
      }
    }
  }
}
