package io.github.datalab4j;

import static io.github.datalab4j.SubmissionFixture.TIMEOUT;
import static io.github.datalab4j.SubmissionFixture.TOKEN;
import static io.github.datalab4j.SubmissionFixture.closed;
import static io.github.datalab4j.SubmissionFixture.throttled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.Submission.State;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of a submission when all leave, or the client is closed. */
class SubmissionLeavingTest {
  private final SubmissionFixture f = new SubmissionFixture();

  // Leaving

  @Test
  void lastSubscriberLeavingWhileTheBodyIsIncompleteClosesTheConnection() {
    TestObserver<ResumeToken> one = f.submission.accepted().test();
    TestObserver<ResumeToken> two = f.submission.accepted().test();
    f.sender.last().watch.progress(1, 100);

    one.dispose();
    assertFalse(f.sender.last().cancelled);
    two.dispose();

    assertTrue(f.sender.last().cancelled);
    assertEquals(State.NEW, f.submission.state());
  }

  @Test
  void theBodyOfAnEarlierTryIsNotCompleted() {
    f.join();
    FakeSender.Request first = f.sender.last();
    first.answer(SubmissionFixture.offline());
    assertFalse(first.watch.mayComplete());
    f.time.advanceTimeBy(1, TimeUnit.SECONDS);

    assertFalse(first.watch.mayComplete());
    assertTrue(f.sender.last().watch.mayComplete());
  }

  @Test
  void bodyIsNotCompletedAfterTheLastSubscriberLeft() {
    f.join().dispose();

    assertFalse(f.sender.last().watch.mayComplete());
  }

  @Test
  void nextSubscriberAfterThatSendsAnew() {
    f.join().dispose();

    TestObserver<ResumeToken> next = f.submission.accepted().test();
    assertEquals(2, f.sender.requests.size());
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    next.assertResult(TOKEN);
  }

  @Test
  void leavingInsideProgressClosesTheConnection() {
    TestObserver<JobEvent.Upload> one = f.submission.uploads().take(1).test();
    f.sender.last().watch.progress(1, 100);

    one.assertComplete();
    assertTrue(f.sender.last().cancelled);
    assertEquals(State.NEW, f.submission.state());
  }

  @Test
  void answerIsAwaitedThoughTheLastSubscriberLeftAfterTheBodyWasOut() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    FakeSender.Request request = f.bodyOut();
    observer.dispose();

    assertFalse(request.cancelled);
    assertEquals(State.SENT, f.submission.state());
    request.answer(SubmitOutcome.accepted(TOKEN));

    assertEquals(State.ACCEPTED, f.submission.state());
    f.submission.accepted().test().assertResult(TOKEN);
    assertEquals(1, f.sender.requests.size());
  }

  @Test
  void nobodySendsAgainAfter429WhenAllHaveLeft() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    FakeSender.Request request = f.bodyOut();
    observer.dispose();

    request.answer(throttled(0));
    f.time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    assertEquals(1, f.sender.requests.size());
    assertEquals(State.NEW, f.submission.state());
  }

  @Test
  void leavingWhileWaitingToTryAgainStopsTheWait() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.bodyOut().answer(throttled(0));

    observer.dispose();
    f.time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    assertEquals(1, f.sender.requests.size());
    assertEquals(State.NEW, f.submission.state());
  }

  @Test
  void leavingWhileWaitingForTheBudgetGivesThePlaceBack() {
    CompletableSubject permit = CompletableSubject.create();
    f.budget.next = permit;
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    assertTrue(f.sender.requests.isEmpty());

    observer.dispose();

    assertFalse(permit.hasObservers());
    assertEquals(State.NEW, f.submission.state());
  }

  // close()

  @Test
  void closedBeforeSendingNeverSends() {
    f.submission.close();

    f.submission.accepted().test().assertError(closed(SubmissionState.NOT_SENT));
    assertTrue(f.sender.requests.isEmpty());
  }

  @Test
  void closedWhileTheBodyIsIncompleteIsNotSent() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.submission.close();

    observer.assertError(closed(SubmissionState.NOT_SENT));
    assertTrue(f.sender.last().cancelled);
    f.submission.accepted().test().assertError(closed(SubmissionState.NOT_SENT));
    assertEquals(1, f.sender.requests.size());
  }

  @Test
  void closedWithTheBodyOutIsUnknown() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    FakeSender.Request request = f.bodyOut();
    f.submission.close();

    observer.assertError(SubmissionUnknownException.class);
    assertTrue(request.cancelled);
    assertEquals(State.UNKNOWN, f.submission.state());
  }

  @Test
  void closedWhileNobodyWaitsForTheAnswerIsUnknownToo() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.bodyOut();
    observer.dispose();
    f.submission.close();

    assertEquals(State.UNKNOWN, f.submission.state());
  }

  @Test
  void closedDuringTheHookCarriesTheToken() {
    f.hook = Completable.never();
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    f.submission.close();

    observer.assertError(closed(SubmissionState.ACCEPTED));
    observer.assertError(error -> TOKEN.toString().equals(((DatalabException) error).token()));
  }

  @Test
  void acceptedJobKeepsItsTokenAfterClose() {
    f.join();
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    f.submission.close();

    f.submission.accepted().test().assertResult(TOKEN);
  }
}
