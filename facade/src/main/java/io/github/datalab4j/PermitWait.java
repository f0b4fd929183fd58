package io.github.datalab4j;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;

/** The wait of a single call for its permit, which ends even if the budget never grants one. */
final class PermitWait {
  private PermitWait() {}

  static Completable limited(RequestBudget budget, long millis, Scheduler timer) {
    Completable late =
        Completable.error(
            () ->
                new DeadlineExceededException(
                    "The request budget gave no permit within "
                        + millis
                        + " ms, the deadline of the poll policy; nothing was sent.",
                    null,
                    SubmissionState.NOT_APPLICABLE,
                    null,
                    null));
    return contained(budget).timeout(millis, TimeUnit.MILLISECONDS, timer, late);
  }

  /** The permit, whose wait can be given up whatever the budget throws at that. */
  private static Completable contained(RequestBudget budget) {
    return Completable.create(
        permit -> {
          Disposable wait = budget.acquire().subscribe(permit::onComplete, permit::tryOnError);
          permit.setCancellable(wait::dispose);
        });
  }
}
