package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.github.datalab4j.Submission.State;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.functions.Predicate;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SubmissionTest {
  private static final ResumeToken TOKEN = ResumeToken.of("https://www.datalab.to", "k_1");
  private static final long TIMEOUT = 600_000;

  private final TestScheduler time = new TestScheduler();
  private final FakeSender sender = new FakeSender();
  private final OpenBudget budget = new OpenBudget();
  private final List<String> told = new ArrayList<>();
  private Completable hook = Completable.complete();
  private final Submission submission =
      new Submission(
          "cp_1",
          sender,
          token -> {
            told.add(token);
            return hook;
          },
          new JobContext(
              budget,
              time,
              Schedulers.trampoline(),
              new Random(1),
              ContainedListener.NONE,
              TIMEOUT));

  // Sending once

  @Test
  void nothingIsSentBeforeTheFirstSubscription() {
    submission.accepted();

    assertTrue(sender.requests.isEmpty());
    assertEquals(State.NEW, submission.state());
  }

  @Test
  void anyNumberOfSubscribersSendOnce() {
    TestObserver<ResumeToken> one = submission.accepted().test();
    TestObserver<JobEvent.Upload> two = submission.uploads().test();
    TestObserver<ResumeToken> three = submission.accepted().test();

    bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    assertEquals(1, sender.requests.size());
    one.assertResult(TOKEN);
    two.assertComplete();
    three.assertResult(TOKEN);
  }

  @Test
  void laterSubscriberGetsTheTokenWithoutSending() {
    join();
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    submission.accepted().test().assertResult(TOKEN);
    assertEquals(1, sender.requests.size());
    assertEquals(State.ACCEPTED, submission.state());
  }

  @Test
  void refusalIsFinalHoweverOftenItIsRetried() {
    DatalabException refusal =
        new RequestRefusedException("no", 422, null, null, SubmissionState.REFUSED, null);
    TestObserver<ResumeToken> observer = submission.accepted().retry(3).test();

    bodyOut().answer(SubmitOutcome.ended(refusal));

    observer.assertError(refusal);
    assertEquals(1, sender.requests.size());
    assertEquals(State.REFUSED, submission.state());
  }

  @Test
  void unknownSubmissionIsFinalHoweverOftenItIsRetried() {
    DatalabException lost = new SubmissionUnknownException("lost", null, 502);
    TestObserver<ResumeToken> observer = submission.accepted().retry(3).test();

    bodyOut().answer(SubmitOutcome.ended(lost));

    observer.assertError(lost);
    assertEquals(1, sender.requests.size());
    assertEquals(State.UNKNOWN, submission.state());
  }

  @Test
  void acceptanceUnderAnUnusableAddressIsFinal() {
    DatalabException untrusted =
        new UntrustedAddressException("ftp", SubmissionState.ACCEPTED, null);
    TestObserver<ResumeToken> observer = submission.accepted().retry(3).test();

    bodyOut().answer(SubmitOutcome.ended(untrusted));

    observer.assertError(untrusted);
    assertEquals(1, sender.requests.size());
    assertEquals(State.ACCEPTED, submission.state());
  }

  // Upload progress

  @Test
  void lateSubscriberSeesTheLatestProgressFirst() {
    join();
    sender.last().watch.progress(0, 200_000);
    sender.last().watch.progress(100_000, 200_000);

    TestObserver<JobEvent.Upload> late = submission.uploads().test();

    late.assertValueCount(1).assertValueAt(0, upload -> upload.sentBytes() == 100_000);
  }

  @Test
  void progressIsToldInStepsAndAtTheEnd() {
    TestObserver<JobEvent.Upload> observer = submission.uploads().test();
    for (int sent = 0; sent <= 200_000; sent += 1_000) {
      sender.last().watch.progress(sent, 200_000);
    }

    assertEquals(5, observer.values().size());
    observer.assertValueAt(4, upload -> upload.sentBytes() == 200_000);
  }

  @Test
  void progressNeverGoesBackWithinOneTry() {
    TestObserver<JobEvent.Upload> observer = submission.uploads().test();
    sender.last().watch.progress(150_000, 200_000);
    sender.last().watch.progress(10, 200_000);

    observer.assertValueCount(1);
  }

  @Test
  void progressOfAnEarlierTryIsNotHeard() {
    TestObserver<JobEvent.Upload> observer = submission.uploads().test();
    FakeSender.Request first = sender.last();
    first.answer(offline());

    first.watch.progress(200_000, 200_000);

    observer.assertNoValues();
  }

  // Leaving

  @Test
  void lastSubscriberLeavingWhileTheBodyIsIncompleteClosesTheConnection() {
    TestObserver<ResumeToken> one = submission.accepted().test();
    TestObserver<ResumeToken> two = submission.accepted().test();
    sender.last().watch.progress(1, 100);

    one.dispose();
    assertFalse(sender.last().cancelled);
    two.dispose();

    assertTrue(sender.last().cancelled);
    assertEquals(State.NEW, submission.state());
  }

  @Test
  void bodyIsNotCompletedAfterTheLastSubscriberLeft() {
    join().dispose();

    assertFalse(sender.last().watch.mayComplete());
  }

  @Test
  void nextSubscriberAfterThatSendsAnew() {
    join().dispose();

    TestObserver<ResumeToken> next = submission.accepted().test();
    assertEquals(2, sender.requests.size());
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    next.assertResult(TOKEN);
  }

  @Test
  void leavingInsideProgressClosesTheConnection() {
    TestObserver<JobEvent.Upload> one = submission.uploads().take(1).test();
    sender.last().watch.progress(1, 100);

    one.assertComplete();
    assertTrue(sender.last().cancelled);
    assertEquals(State.NEW, submission.state());
  }

  @Test
  void answerIsAwaitedThoughTheLastSubscriberLeftAfterTheBodyWasOut() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    FakeSender.Request request = bodyOut();
    observer.dispose();

    assertFalse(request.cancelled);
    assertEquals(State.SENT, submission.state());
    request.answer(SubmitOutcome.accepted(TOKEN));

    assertEquals(State.ACCEPTED, submission.state());
    submission.accepted().test().assertResult(TOKEN);
    assertEquals(1, sender.requests.size());
  }

  @Test
  void nobodySendsAgainAfter429WhenAllHaveLeft() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    FakeSender.Request request = bodyOut();
    observer.dispose();

    request.answer(throttled(0));
    time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    assertEquals(1, sender.requests.size());
    assertEquals(State.NEW, submission.state());
  }

  @Test
  void leavingWhileWaitingToTryAgainStopsTheWait() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    bodyOut().answer(throttled(0));

    observer.dispose();
    time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    assertEquals(1, sender.requests.size());
    assertEquals(State.NEW, submission.state());
  }

  @Test
  void leavingWhileWaitingForTheBudgetGivesThePlaceBack() {
    CompletableSubject permit = CompletableSubject.create();
    budget.next = permit;
    TestObserver<ResumeToken> observer = submission.accepted().test();
    assertTrue(sender.requests.isEmpty());

    observer.dispose();

    assertFalse(permit.hasObservers());
    assertEquals(State.NEW, submission.state());
  }

  // Trying again

  @Test
  void whatNeverConnectedIsTriedAgainAfterABackoff() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    sender.last().answer(offline());

    time.advanceTimeBy(499, TimeUnit.MILLISECONDS);
    assertEquals(1, sender.requests.size());
    time.advanceTimeBy(501, TimeUnit.MILLISECONDS);
    assertEquals(2, sender.requests.size());
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    observer.assertResult(TOKEN);
  }

  @Test
  void backoffDoublesUpToHalfAMinute() {
    join();
    for (int i = 0; i < 20; i++) {
      sender.last().answer(offline());
      time.advanceTimeBy(30, TimeUnit.SECONDS);
    }

    assertTrue(sender.requests.size() >= 19, "tries: " + sender.requests.size());
    sender.last().answer(offline());
    int before = sender.requests.size();
    time.advanceTimeBy(14_999, TimeUnit.MILLISECONDS);
    assertEquals(before, sender.requests.size());
  }

  @Test
  void retryAfterIsNotUndercut() {
    join();
    bodyOut().answer(throttled(60_000));

    time.advanceTimeBy(59_999, TimeUnit.MILLISECONDS);
    assertEquals(1, sender.requests.size());
    time.advanceTimeBy(1, TimeUnit.MILLISECONDS);
    assertEquals(2, sender.requests.size());
  }

  @Test
  void tooManyRequestsSlowAllWhoShareTheBudget() {
    join();
    bodyOut().answer(throttled(60_000));

    assertEquals(60_000, budget.throttledMillis);
  }

  @Test
  void retryAfterBeyondTheSubmitTimeoutEndsAtOnce() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    time.advanceTimeBy(1, TimeUnit.MILLISECONDS);
    bodyOut().answer(throttled(TIMEOUT - 1));

    observer.assertError(NotSentException.class);
    assertEquals(State.NEW, submission.state());
  }

  @Test
  void unreadableDocumentIsNotTriedAgainByItself() {
    DatalabException unreadable = new NotSentException("a.pdf is gone", new IOException());
    TestObserver<ResumeToken> observer = submission.accepted().test();

    sender.last().answer(SubmitOutcome.notSent(unreadable));

    observer.assertError(unreadable);
    assertEquals(State.NEW, submission.state());
    join();
    assertEquals(2, sender.requests.size());
  }

  @Test
  void failingBudgetSendsNothing() {
    budget.next = Completable.error(new IOException("no store"));

    submission.accepted().test().assertError(NotSentException.class);

    assertTrue(sender.requests.isEmpty());
  }

  @Test
  void budgetThatThrowsSendsNothing() {
    budget.broken = new IllegalStateException("no store");

    submission.accepted().test().assertError(NotSentException.class);

    assertTrue(sender.requests.isEmpty());
    assertEquals(State.NEW, submission.state());
  }

  @Test
  void budgetThatThrowsWhenToldOf429EndsTheSubmission() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    budget.broken = new IllegalStateException("no store");
    bodyOut().answer(throttled(0));

    observer.assertError(NotSentException.class);
    assertEquals(State.NEW, submission.state());
  }

  // The submit timeout

  @Test
  void timeoutWithAnIncompleteBodyIsNotSent() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    observer.assertError(NotSentException.class);
    assertTrue(sender.last().cancelled);
    assertFalse(sender.last().watch.mayComplete());
    assertEquals(State.NEW, submission.state());
  }

  @Test
  void timeoutWithTheBodyOutIsUnknownAndFinal() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    FakeSender.Request request = bodyOut();
    time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    observer.assertError(SubmissionUnknownException.class);
    assertTrue(request.cancelled);
    submission.accepted().test().assertError(SubmissionUnknownException.class);
    assertEquals(1, sender.requests.size());
  }

  @Test
  void waitForTheBudgetCountsAgainstTheTimeout() {
    budget.next = Completable.never();
    TestObserver<ResumeToken> observer = submission.accepted().test();

    time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    observer.assertError(NotSentException.class);
    assertTrue(sender.requests.isEmpty());
  }

  // The hook

  @Test
  void hookEndsBeforeAnybodyHearsOfTheAcceptance() {
    CompletableSubject storing = CompletableSubject.create();
    hook = storing;
    TestObserver<ResumeToken> observer = submission.accepted().test();
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    assertEquals(Collections.singletonList(TOKEN.toString()), told);
    observer.assertEmpty();
    storing.onComplete();
    observer.assertResult(TOKEN);
  }

  @Test
  void hookIsCalledThoughAllHaveLeft() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    FakeSender.Request request = bodyOut();
    observer.dispose();
    request.answer(SubmitOutcome.accepted(TOKEN));

    assertEquals(Collections.singletonList(TOKEN.toString()), told);
  }

  @Test
  void leavingDoesNotStopTheHook() {
    CompletableSubject storing = CompletableSubject.create();
    hook = storing;
    TestObserver<ResumeToken> observer = submission.accepted().test();
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    observer.dispose();

    assertTrue(storing.hasObservers());
  }

  @Test
  void failingHookIsAnErrorWithTheToken() {
    IOException full = new IOException("disk full");
    hook = Completable.error(full);
    TestObserver<ResumeToken> observer = submission.accepted().test();
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    observer.assertError(
        error ->
            error instanceof TokenHookException
                && TOKEN.toString().equals(((DatalabException) error).token())
                && error.getCause() == full);
    assertEquals(State.ACCEPTED, submission.state());
  }

  @Test
  void nextSubscriberCallsAFailedHookAgainWithoutSending() {
    hook = Completable.error(new IOException("disk full"));
    join();
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    hook = Completable.complete();

    submission.accepted().test().assertResult(TOKEN);

    assertEquals(2, told.size());
    assertEquals(1, sender.requests.size());
  }

  @Test
  void hookThatNeverEndsIsGivenUpAfterTheSubmitTimeout() {
    CompletableSubject storing = CompletableSubject.create();
    hook = storing;
    TestObserver<ResumeToken> observer = submission.accepted().test();
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    observer.assertError(TokenHookException.class);
    assertFalse(storing.hasObservers());
  }

  // close()

  @Test
  void closedBeforeSendingNeverSends() {
    submission.close();

    submission.accepted().test().assertError(closed(SubmissionState.NOT_SENT));
    assertTrue(sender.requests.isEmpty());
  }

  @Test
  void closedWhileTheBodyIsIncompleteIsNotSent() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    submission.close();

    observer.assertError(closed(SubmissionState.NOT_SENT));
    assertTrue(sender.last().cancelled);
    submission.accepted().test().assertError(closed(SubmissionState.NOT_SENT));
    assertEquals(1, sender.requests.size());
  }

  @Test
  void closedWithTheBodyOutIsUnknown() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    FakeSender.Request request = bodyOut();
    submission.close();

    observer.assertError(SubmissionUnknownException.class);
    assertTrue(request.cancelled);
    assertEquals(State.UNKNOWN, submission.state());
  }

  @Test
  void closedWhileNobodyWaitsForTheAnswerIsUnknownToo() {
    TestObserver<ResumeToken> observer = submission.accepted().test();
    bodyOut();
    observer.dispose();
    submission.close();

    assertEquals(State.UNKNOWN, submission.state());
  }

  @Test
  void closedDuringTheHookCarriesTheToken() {
    hook = Completable.never();
    TestObserver<ResumeToken> observer = submission.accepted().test();
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    submission.close();

    observer.assertError(closed(SubmissionState.ACCEPTED));
    observer.assertError(error -> TOKEN.toString().equals(((DatalabException) error).token()));
  }

  @Test
  void acceptedJobKeepsItsTokenAfterClose() {
    join();
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    submission.close();

    submission.accepted().test().assertResult(TOKEN);
  }

  // Races

  @Test
  void leavingAndCompletingNeverBothWin() throws Exception {
    for (int round = 0; round < 2_000; round++) {
      FakeSender racing = new FakeSender();
      Submission raced =
          new Submission(
              "cp_1",
              racing,
              token -> Completable.complete(),
              new JobContext(
                  budget,
                  time,
                  Schedulers.trampoline(),
                  new Random(1),
                  ContainedListener.NONE,
                  TIMEOUT));
      TestObserver<ResumeToken> observer = raced.accepted().test();
      boolean[] completed = new boolean[1];
      Thread writer = new Thread(() -> completed[0] = racing.last().watch.mayComplete());
      writer.start();
      observer.dispose();
      writer.join();

      assertEquals(completed[0] ? State.SENT : State.NEW, raced.state());
      assertEquals(!completed[0], racing.last().cancelled);
    }
  }

  @Test
  void subscribersFromManyThreadsSendOnce() throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<TestObserver<ResumeToken>> observers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      TestObserver<ResumeToken> observer = new TestObserver<>();
      observers.add(observer);
      threads.add(new Thread(() -> submission.accepted().subscribe(observer)));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    assertEquals(1, sender.requests.size());
    for (TestObserver<ResumeToken> observer : observers) {
      assertSame(TOKEN, observer.assertComplete().values().get(0));
    }
  }

  private TestObserver<ResumeToken> join() {
    return submission.accepted().test();
  }

  private FakeSender.Request bodyOut() {
    FakeSender.Request request = sender.last();
    assertTrue(request.watch.mayComplete());
    return request;
  }

  private static SubmitOutcome offline() {
    return SubmitOutcome.notYet(new NotSentException("offline", new IOException()), 0);
  }

  private static SubmitOutcome throttled(long retryAfterMillis) {
    return SubmitOutcome.notYet(
        new ServiceUnavailableException(
            "429", null, Reason.THROTTLED, 429, retryAfterMillis, SubmissionState.NOT_SENT, null),
        retryAfterMillis);
  }

  private static Predicate<Throwable> closed(SubmissionState state) {
    return error ->
        error instanceof ClientClosedException && ((DatalabException) error).submission() == state;
  }
}
