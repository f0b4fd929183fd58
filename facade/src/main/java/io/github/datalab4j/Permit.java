package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.disposables.SerialDisposable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One permit of a {@link RequestBudget}: awaited, by its one subscriber, then held for a request,
 * then released. That is once for each that was granted, also for one that is granted just as its
 * subscriber leaves.
 */
final class Permit extends Completable {
  private enum Phase {
    AWAITED,
    HELD,
    OVER
  }

  /** The call that it pays for. */
  final AwaitedCall call = new AwaitedCall();

  private final RequestBudget budget;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.AWAITED);

  Permit(RequestBudget budget) {
    this.budget = budget;
  }

  /** The request, under a permit of its own. */
  static <T> Single<T> around(Single<T> request, RequestBudget budget) {
    return Single.using(
        () -> new Permit(budget), permit -> permit.andThen(request), Permit::release);
  }

  /** The same for a single call, which ends even if the budget never grants a permit. */
  static <T> Single<T> around(
      Single<T> request, RequestBudget budget, long millis, Scheduler timer) {
    return Single.using(
        () -> new Permit(budget),
        permit ->
            TimeLimit.ofWait(permit.toSingleDefault(permit), millis, timer, () -> late(millis))
                .flatMap(granted -> request),
        Permit::release);
  }

  private static DeadlineExceededException late(long millis) {
    return new DeadlineExceededException(
        "The request budget gave no permit within "
            + millis
            + " ms, the deadline of the poll policy; nothing was sent.",
        null,
        SubmissionState.NOT_APPLICABLE,
        null,
        null);
  }

  @Override
  protected void subscribeActual(CompletableObserver observer) {
    Wait wait = new Wait(observer);
    observer.onSubscribe(wait);
    try {
      Completable grant = budget.acquire();
      if (!wait.isDisposed()) {
        grant.subscribe(wait);
      }
    } catch (Throwable e) {
      wait.onError(e);
    }
  }

  /** Whether it pays for the requests of this budget: another client may have one of its own. */
  boolean isOf(RequestBudget other) {
    return budget == other;
  }

  /** The request is over, or is not made. */
  void release() {
    if (phase.getAndSet(Phase.OVER) == Phase.HELD) {
      Contained.run(budget::release);
    }
  }

  /** Disposing it gives up the wait only: who holds the permit releases it. */
  private final class Wait implements CompletableObserver, Disposable {
    private final CompletableObserver observer;
    private final SerialDisposable grant = new SerialDisposable();

    Wait(CompletableObserver observer) {
      this.observer = observer;
    }

    @Override
    public void onSubscribe(Disposable source) {
      grant.set(source);
    }

    @Override
    public void onComplete() {
      if (phase.compareAndSet(Phase.AWAITED, Phase.HELD)) {
        begin();
      } else {
        Contained.run(budget::release);
      }
    }

    /** What begins a request may throw what RxJava takes for fatal: nobody else would be told. */
    private void begin() {
      try {
        observer.onComplete();
      } catch (Throwable e) {
        if (phase.get() != Phase.HELD) {
          throw e; // the request is over
        }
        observer.onError(e);
      }
    }

    @Override
    public void onError(Throwable error) {
      if (phase.compareAndSet(Phase.AWAITED, Phase.OVER)) {
        observer.onError(error);
      }
    }

    @Override
    public void dispose() {
      phase.compareAndSet(Phase.AWAITED, Phase.OVER);
      if (phase.get() == Phase.OVER) {
        Contained.run(grant::dispose);
      }
    }

    @Override
    public boolean isDisposed() {
      return phase.get() == Phase.OVER;
    }
  }
}
