package io.github.datalab4j;

import static io.github.datalab4j.SubmissionFixture.TIMEOUT;
import static io.github.datalab4j.SubmissionFixture.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.Submission.State;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The hook that stores the token of an accepted submission. */
class SubmissionHookTest {
  private final SubmissionFixture f = new SubmissionFixture();

  @Test
  void hookEndsBeforeAnybodyHearsOfTheAcceptance() {
    CompletableSubject storing = CompletableSubject.create();
    f.hook = storing;
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    assertEquals(Collections.singletonList(TOKEN.toString()), f.told);
    observer.assertEmpty();
    storing.onComplete();
    observer.assertResult(TOKEN);
  }

  @Test
  void hookIsCalledThoughAllHaveLeft() {
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    FakeSender.Request request = f.bodyOut();
    observer.dispose();
    request.answer(SubmitOutcome.accepted(TOKEN));

    assertEquals(Collections.singletonList(TOKEN.toString()), f.told);
  }

  @Test
  void leavingDoesNotStopTheHook() {
    CompletableSubject storing = CompletableSubject.create();
    f.hook = storing;
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    observer.dispose();

    assertTrue(storing.hasObservers());
  }

  @Test
  void failingHookIsAnErrorWithTheToken() {
    IOException full = new IOException("disk full");
    f.hook = Completable.error(full);
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    observer.assertError(
        error ->
            error instanceof TokenHookException
                && TOKEN.toString().equals(((DatalabException) error).token())
                && error.getCause() == full);
    assertEquals(State.ACCEPTED, f.submission.state());
  }

  @Test
  void nextSubscriberCallsAFailedHookAgainWithoutSending() {
    f.hook = Completable.error(new IOException("disk full"));
    f.join();
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    f.hook = Completable.complete();

    f.submission.accepted().test().assertResult(TOKEN);

    assertEquals(2, f.told.size());
    assertEquals(1, f.sender.requests.size());
  }

  @Test
  void hookThatNeverEndsIsGivenUpAfterTheSubmitTimeout() {
    CompletableSubject storing = CompletableSubject.create();
    f.hook = storing;
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    f.time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    observer.assertError(TokenHookException.class);
    assertFalse(storing.hasObservers());
  }

  // Accepted, but under an address that is not asked

  @Test
  void hookIsToldOfAJobThatIsNotAskedForThoughAllHaveLeft() {
    TestObserver<ResumeToken> observer = f.join();
    FakeSender.Request request = f.bodyOut();
    observer.dispose();
    request.answer(SubmissionFixture.elsewhere());

    assertEquals(Collections.singletonList(TOKEN.toString()), f.told);
    assertEquals(State.ACCEPTED, f.submission.state());
  }

  @Test
  void hookEndsBeforeAnybodyHearsThatAJobIsNotAskedFor() {
    CompletableSubject storing = CompletableSubject.create();
    f.hook = storing;
    TestObserver<ResumeToken> observer = f.join();
    f.bodyOut().answer(SubmissionFixture.elsewhere());

    observer.assertEmpty();
    storing.onComplete();
    observer.assertFailure(UntrustedAddressException.class);
    f.join().assertFailure(UntrustedAddressException.class);
    assertEquals(1, f.told.size());
  }

  @Test
  void nextSubscriberOfAJobThatIsNotAskedForCallsAFailedHookAgain() {
    f.hook = Completable.error(new IOException("disk full"));
    TestObserver<ResumeToken> observer = f.join();
    f.bodyOut().answer(SubmissionFixture.elsewhere());
    observer.assertFailure(TokenHookException.class);
    f.hook = Completable.complete();

    f.join().assertFailure(UntrustedAddressException.class);
    assertEquals(2, f.told.size());
    assertEquals(1, f.sender.requests.size());
  }

  // close()

  @Test
  void closeDoesNotStopTheHookThoughNobodyIsSubscribed() {
    CompletableSubject storing = CompletableSubject.create();
    f.hook = storing;
    TestObserver<ResumeToken> observer = f.submission.accepted().test();
    FakeSender.Request request = f.bodyOut();
    observer.dispose();
    request.answer(SubmitOutcome.accepted(TOKEN));

    f.submission.close();

    assertTrue(storing.hasObservers());
  }

  @Test
  void hookWhoseTurnIsYetToComeIsCalledAfterClose() {
    TestScheduler callbacks = new TestScheduler();
    List<String> told = new ArrayList<>();
    Submission submission =
        new Submission(
            "cp_1",
            f.sender,
            token -> Completable.fromAction(() -> told.add(token)),
            new JobContext(
                f.budget, f.time, callbacks, new Random(1), ContainedListener.NONE, TIMEOUT));
    submission.accepted().subscribe(new TestObserver<>());
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    submission.close();
    callbacks.triggerActions();

    assertEquals(Collections.singletonList(TOKEN.toString()), told);
  }

  @Test
  void hookThatNeverEndsIsGivenUpAfterCloseToo() {
    CompletableSubject storing = CompletableSubject.create();
    f.hook = storing;
    f.join();
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));
    f.submission.close();

    f.time.advanceTimeBy(TIMEOUT, TimeUnit.MILLISECONDS);

    assertFalse(storing.hasObservers());
  }
}
