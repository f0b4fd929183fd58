package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A Retry-After holds for whoever comes back early too, also where the budget forgets it. */
class SubmissionReturnTest {
  private final TestScheduler time = new TestScheduler();
  private final FakeSender sender = new FakeSender();
  private final OpenBudget budget = new OpenBudget();
  private final Submission submission =
      new Submission(
          "cp_1",
          sender,
          token -> Completable.complete(),
          new JobContext(
              budget,
              time,
              Schedulers.trampoline(),
              new Random(1),
              ContainedListener.NONE,
              600_000));

  @Test
  void whoComesBackEarlyWaits() {
    leaveAfter429(30_000);

    comeBack();

    time.advanceTimeBy(29_999, MILLISECONDS);
    assertEquals(1, sender.requests.size());
    time.advanceTimeBy(1, MILLISECONDS);
    assertEquals(2, sender.requests.size());
  }

  @Test
  void whoComesBackLateDoesNot() {
    leaveAfter429(30_000);
    time.advanceTimeBy(30, SECONDS);

    comeBack();

    assertEquals(2, sender.requests.size());
  }

  @Test
  void waitBeyondTheSubmitTimeoutEndsAtOnce() {
    leaveAfter429(700_000);

    TestObserver<ResumeToken> token = submission.accepted().test();

    token.assertError(NotSentException.class);
    assertEquals(1, sender.requests.size());
    time.advanceTimeBy(101, SECONDS);
    comeBack();
    time.advanceTimeBy(600, SECONDS);
    assertEquals(2, sender.requests.size());
  }

  @Test
  void endlessWaitDoesNotOverflow() {
    leaveAfter429(Long.MAX_VALUE);

    submission.accepted().test().assertError(NotSentException.class);
  }

  @Test
  void leavingWhileWaitingStopsTheWait() {
    leaveAfter429(30_000);
    submission.accepted().test().dispose();

    time.advanceTimeBy(1, DAYS);

    assertEquals(1, sender.requests.size());
    assertFalse(sender.last().cancelled);
  }

  @Test
  void whoComesBackToOneThatWasNotSentWaitsToo() {
    TestObserver<ResumeToken> first = submission.accepted().test();
    sender.last().answer(SubmitOutcome.notSent(new NotSentException("503", null), 30_000));
    first.assertError(NotSentException.class);

    comeBack();

    time.advanceTimeBy(29_999, MILLISECONDS);
    assertEquals(1, sender.requests.size());
    time.advanceTimeBy(1, MILLISECONDS);
    assertEquals(2, sender.requests.size());
  }

  private void comeBack() {
    submission.accepted().subscribe(new TestObserver<>());
  }

  private void leaveAfter429(long retryAfterMillis) {
    TestObserver<ResumeToken> first = submission.accepted().test();
    answer429(retryAfterMillis);
    first.dispose();
  }

  private void answer429(long retryAfterMillis) {
    sender.last().watch.mayComplete();
    ServiceUnavailableException why =
        new ServiceUnavailableException(
            "429", null, Reason.THROTTLED, 429, 0, JobFixture.notApplicable(), null);
    sender.last().answer(SubmitOutcome.notYet(new NotSentException("429", why), retryAfterMillis));
  }
}
