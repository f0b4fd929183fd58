package io.github.datalab4j;

import static io.github.datalab4j.SubmissionFixture.TIMEOUT;
import static io.github.datalab4j.SubmissionFixture.TOKEN;
import static io.github.datalab4j.SubmissionFixture.offline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.Submission.State;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A submission is sent once, whoever subscribes, and tells of its upload. */
class SubmissionTest {
  private final SubmissionFixture f = new SubmissionFixture();

  // Sending once

  @Test
  void nothingIsSentBeforeTheFirstSubscription() {
    f.submission.accepted();

    assertTrue(f.sender.requests.isEmpty());
    assertEquals(State.NEW, f.submission.state());
  }

  @Test
  void anyNumberOfSubscribersSendOnce() {
    TestObserver<ResumeToken> one = f.submission.accepted().test();
    TestObserver<JobEvent.Upload> two = f.submission.uploads().test();
    TestObserver<ResumeToken> three = f.submission.accepted().test();

    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    assertEquals(1, f.sender.requests.size());
    one.assertResult(TOKEN);
    two.assertComplete();
    three.assertResult(TOKEN);
  }

  @Test
  void laterSubscriberGetsTheTokenWithoutSending() {
    f.join();
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    f.submission.accepted().test().assertResult(TOKEN);
    assertEquals(1, f.sender.requests.size());
    assertEquals(State.ACCEPTED, f.submission.state());
  }

  @Test
  void refusalIsFinalHoweverOftenItIsRetried() {
    DatalabException refusal =
        new RequestRefusedException("no", 422, null, null, SubmissionState.REFUSED, null);
    TestObserver<ResumeToken> observer = f.submission.accepted().retry(3).test();

    f.bodyOut().answer(SubmitOutcome.ended(refusal));

    observer.assertError(refusal);
    assertEquals(1, f.sender.requests.size());
    assertEquals(State.REFUSED, f.submission.state());
  }

  @Test
  void unknownSubmissionIsFinalHoweverOftenItIsRetried() {
    DatalabException lost = new SubmissionUnknownException("lost", null, 502);
    TestObserver<ResumeToken> observer = f.submission.accepted().retry(3).test();

    f.bodyOut().answer(SubmitOutcome.ended(lost));

    observer.assertError(lost);
    assertEquals(1, f.sender.requests.size());
    assertEquals(State.UNKNOWN, f.submission.state());
  }

  @Test
  void acceptanceUnderAnUnusableAddressIsFinal() {
    DatalabException untrusted =
        new UntrustedAddressException("ftp", SubmissionState.ACCEPTED, null);
    TestObserver<ResumeToken> observer = f.submission.accepted().retry(3).test();

    f.bodyOut().answer(SubmitOutcome.ended(untrusted));

    observer.assertError(untrusted);
    assertEquals(1, f.sender.requests.size());
    assertEquals(State.ACCEPTED, f.submission.state());
  }

  // Upload progress

  @Test
  void lateSubscriberSeesTheLatestProgressFirst() {
    f.join();
    f.sender.last().watch.progress(0, 200_000);
    f.sender.last().watch.progress(100_000, 200_000);

    TestObserver<JobEvent.Upload> late = f.submission.uploads().test();

    late.assertValueCount(1).assertValueAt(0, upload -> upload.sentBytes() == 100_000);
  }

  @Test
  void progressIsToldInStepsAndAtTheEnd() {
    TestObserver<JobEvent.Upload> observer = f.submission.uploads().test();
    for (int sent = 0; sent <= 200_000; sent += 1_000) {
      f.sender.last().watch.progress(sent, 200_000);
    }

    assertEquals(5, observer.values().size());
    observer.assertValueAt(4, upload -> upload.sentBytes() == 200_000);
  }

  @Test
  void progressNeverGoesBackWithinOneTry() {
    TestObserver<JobEvent.Upload> observer = f.submission.uploads().test();
    f.sender.last().watch.progress(150_000, 200_000);
    f.sender.last().watch.progress(10, 200_000);

    observer.assertValueCount(1);
  }

  @Test
  void progressOfAnEarlierTryIsNotHeard() {
    TestObserver<JobEvent.Upload> observer = f.submission.uploads().test();
    FakeSender.Request first = f.sender.last();
    first.answer(offline());

    first.watch.progress(200_000, 200_000);

    observer.assertNoValues();
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
                  f.budget,
                  f.time,
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
      threads.add(new Thread(() -> f.submission.accepted().subscribe(observer)));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    f.bodyOut().answer(SubmitOutcome.accepted(TOKEN));

    assertEquals(1, f.sender.requests.size());
    for (TestObserver<ResumeToken> observer : observers) {
      assertSame(TOKEN, observer.assertComplete().values().get(0));
    }
  }
}
