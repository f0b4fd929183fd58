package io.github.datalab4j;

import static io.github.datalab4j.SubmissionFixture.TIMEOUT;
import static io.github.datalab4j.SubmissionFixture.TOKEN;
import static io.github.datalab4j.SubmissionFixture.offline;
import static io.github.datalab4j.SubmissionFixture.throttled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.Submission.State;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.observers.TestObserver;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a submission is tried again, and how long. */
class SubmissionRetryTest {
  private final SubmissionFixture f = new SubmissionFixture();

  // Trying again

  @Test
  void whatNeverConnectedIsTriedAgainAfterABackoff() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.sender.last().answer(offline());

    f.time.advanceTimeBy(499, TimeUnit.MILLISECONDS);
    assertEquals(1, f.sender.requests.size());
    f.time.advanceTimeBy(501, TimeUnit.MILLISECONDS);
    assertEquals(2, f.sender.requests.size());
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    observer.assertResult(TOKEN);
  }

  @Test
  void backoffDoublesUpToHalfAMinute() {
    f.join();
    for (int i = 0; i < 20; i++) {
      f.sender.last().answer(offline());
      f.time.advanceTimeBy(30, TimeUnit.SECONDS);
    }

    assertTrue(f.sender.requests.size() >= 19, "tries: " + f.sender.requests.size());
    f.sender.last().answer(offline());
    int before = f.sender.requests.size();
    f.time.advanceTimeBy(14_999, TimeUnit.MILLISECONDS);
    assertEquals(before, f.sender.requests.size());
  }

  @Test
  void eachBackoffIsBetweenHalfAndAllOfTwiceTheOneBefore() {
    f.join();
    for (int whole : new int[] {1000, 2000, 4000, 8000, 16_000, 30_000, 30_000}) {
      int before = f.sender.requests.size();
      f.sender.last().answer(offline());
      f.time.advanceTimeBy(whole / 2 - 1, TimeUnit.MILLISECONDS);
      assertEquals(before, f.sender.requests.size(), whole + " ms");
      f.time.advanceTimeBy(whole / 2 + 1, TimeUnit.MILLISECONDS);
      assertEquals(before + 1, f.sender.requests.size(), whole + " ms");
    }
  }

  @Test
  void retryAfterIsNotUndercut() {
    f.join();
    f.bodyOut().answer(throttled(60_000));

    f.time.advanceTimeBy(59_999, TimeUnit.MILLISECONDS);
    assertEquals(1, f.sender.requests.size());
    f.time.advanceTimeBy(1, TimeUnit.MILLISECONDS);
    assertEquals(2, f.sender.requests.size());
  }

  @Test
  void tooManyRequestsSlowAllWhoShareTheBudget() {
    f.join();
    f.bodyOut().answer(throttled(60_000));

    assertEquals(60_000, f.budget.throttledMillis);
  }

  @Test
  void retryAfterBeyondTheSubmitTimeoutEndsAtOnce() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.time.advanceTimeBy(1, TimeUnit.MILLISECONDS);
    f.bodyOut().answer(throttled(TIMEOUT - 1));

    observer.assertError(NotSentException.class);
    assertEquals(State.NEW, f.submission.state());
  }

  @Test
  void unreadableDocumentIsNotTriedAgainByItself() {
    DatalabException unreadable = new NotSentException("a.pdf is gone", new IOException());
    TestObserver<ResumeToken> observer = f.submission.accepted().test();

    f.sender.last().answer(SubmitOutcome.notSent(unreadable, 0));

    observer.assertError(unreadable);
    assertEquals(State.NEW, f.submission.state());
    f.join();
    assertEquals(2, f.sender.requests.size());
  }

  @Test
  void failingBudgetSendsNothing() {
    f.budget.next = Completable.error(new IOException("no store"));

    f.submission.accepted().test().assertError(NotSentException.class);

    assertTrue(f.sender.requests.isEmpty());
  }

  @Test
  void budgetThatThrowsSendsNothing() {
    f.budget.broken = new IllegalStateException("no store");

    f.submission.accepted().test().assertError(NotSentException.class);

    assertTrue(f.sender.requests.isEmpty());
    assertEquals(State.NEW, f.submission.state());
  }

  // The submit timeout

  @Test
  void timeoutWithAnIncompleteBodyIsNotSent() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    observer.assertError(NotSentException.class);
    assertTrue(f.sender.last().cancelled);
    assertFalse(f.sender.last().watch.mayComplete());
    assertEquals(State.NEW, f.submission.state());
  }

  @Test
  void timeoutWithTheBodyOutIsUnknownAndFinal() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    FakeSender.Request request = f.bodyOut();
    f.time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    observer.assertError(SubmissionUnknownException.class);
    assertTrue(request.cancelled);
    f.submission.accepted().test().assertError(SubmissionUnknownException.class);
    assertEquals(1, f.sender.requests.size());
  }

  @Test
  void waitForTheBudgetCountsAgainstTheTimeout() {
    f.budget.next = Completable.never();
    TestObserver<ResumeToken> observer = f.submission.accepted().test();

    f.time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    observer.assertError(NotSentException.class);
    assertTrue(f.sender.requests.isEmpty());
  }
}
