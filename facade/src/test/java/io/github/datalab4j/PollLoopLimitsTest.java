package io.github.datalab4j;

import static java.util.Arrays.asList;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.datalab4j.PollLoopFixture.LoopEnd;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What bounds a watch: deadline, per-poll timeout, failures in a row, Retry-After. */
class PollLoopLimitsTest {
  private final PollLoopFixture f = new PollLoopFixture();
  private final PollPolicy.Builder everySecond = PollPolicy.builder().fixed(1, SECONDS);

  // Deadline

  @Test
  void thePassedDeadlineEndsTheWatchWithTheLastValue() {
    f.value("a").value("b").value("c");
    TestObserver<String> seen = f.loop(everySecond.deadline(2, SECONDS).build()).values().test();
    f.advance(60_000);
    PollLoopFixture.assertEnd(seen, "deadlineExceeded(c)", "a", "b", "c");
  }

  @Test
  void theLastLookIsTakenAtTheDeadline() {
    f.value("a").value("done");
    PollPolicy policy = PollPolicy.builder().fixed(1, MINUTES).deadline(10, SECONDS).build();
    TestObserver<String> seen = f.loop(policy).values().test();
    f.advance(60_000);
    seen.assertResult("a", "done");
    assertEquals(asList(0L, 10_000L), f.requests);
  }

  @Test
  void thereIsOneLastLookOnly() {
    PollPolicy policy = PollPolicy.builder().fixed(1, MINUTES).deadline(10, SECONDS).build();
    f.loop(policy).values().subscribe(new TestObserver<>());
    f.advance(600_000);
    assertEquals(asList(0L, 10_000L), f.requests);
  }

  @Test
  void aFirstDelayBeyondTheDeadlineLeavesTheLastLook() {
    PollPolicy policy = everySecond.firstDelay(1, MINUTES).deadline(10, SECONDS).build();
    TestObserver<String> seen = f.loop(policy).values().test();
    f.advance(60_000);
    PollLoopFixture.assertEnd(seen, "deadlineExceeded(processing)", "processing");
    assertEquals(asList(10_000L), f.requests);
  }

  @Test
  void aPollOnItsWayAtTheDeadlineIsAwaited() {
    SingleSubject<PollAnswer<String>> answer = f.pending();
    TestObserver<String> seen = f.loop(everySecond.deadline(2, SECONDS).build()).values().test();
    f.advance(3000);
    seen.assertEmpty();
    answer.onSuccess(PollAnswer.value("done", 0));
    seen.assertResult("done");
  }

  @Test
  void aStalledPollEndsTheWatchByDeadlinePlusPollTimeout() {
    f.script.add(Single.never());
    PollPolicy policy = everySecond.deadline(2, SECONDS).pollTimeout(5, SECONDS).build();
    TestObserver<String> seen = f.loop(policy).values().test();
    f.advance(4999);
    seen.assertEmpty();
    f.advance(1);
    PollLoopFixture.assertEnd(seen, "deadlineExceeded(null)");
    seen.assertError(e -> e.getCause() instanceof InterruptedIOException);
  }

  @Test
  void afterAPassedDeadlineTheJobMayBeWatchedAgain() {
    PollLoop<String> loop = f.loop(everySecond.deadline(2, SECONDS).build());
    loop.values().subscribe(new TestObserver<>());
    f.advance(2000);
    TestObserver<String> again = loop.values().test();
    f.advance(1999);
    again.assertNotComplete().assertNoErrors();
    f.advance(1);
    again.assertError(LoopEnd.class).assertValueCount(3);
    assertEquals(asList(0L, 1000L, 2000L, 2000L, 3000L, 4000L), f.requests);
  }

  @Test
  void aNewWatchGetsNoValueOfTheOldOne() {
    PollLoop<String> loop = f.loop(everySecond.deadline(2, SECONDS).build());
    loop.values().subscribe(new TestObserver<>());
    f.advance(2000);
    loop.values().test().assertEmpty();
  }

  // The per-poll timeout

  @Test
  void aStalledPollIsCutOffAndBorne() {
    SingleSubject<PollAnswer<String>> stalled = f.pending();
    f.value("done");
    TestObserver<String> seen = f.loop(everySecond.pollTimeout(5, SECONDS).build()).values().test();
    f.advance(5000);
    assertFalse(stalled.hasObservers());
    f.advance(1000);
    seen.assertResult("done");
    assertEquals(asList(0L, 6000L), f.requests);
  }

  @Test
  void theAnswerJustBeforeTheTimeoutCounts() {
    SingleSubject<PollAnswer<String>> slow = f.pending();
    TestObserver<String> seen = f.loop(everySecond.pollTimeout(5, SECONDS).build()).values().test();
    f.advance(4999);
    slow.onSuccess(PollAnswer.value("done", 0));
    seen.assertResult("done");
  }

  @Test
  void anErrorAfterTheTimeoutIsNobodysBusiness() {
    Rude rude = new Rude();
    f.script.add(rude);
    f.loop(everySecond.pollTimeout(5, SECONDS).build()).values().subscribe(new TestObserver<>());
    f.advance(5000);
    rude.observer.onError(new IOException("late"));
    f.advance(1000);
    assertEquals(2, f.requests.size());
  }

  // Failures

  @Test
  void failuresInARowAreBorneUpToTheLimit() {
    f.bad("1").bad("2").value("done");
    TestObserver<String> seen = f.loop(everySecond.failuresBorne(2).build()).values().test();
    f.advance(60_000);
    seen.assertResult("done");
  }

  @Test
  void oneFailureMoreEndsTheWatch() {
    f.value("a").bad("1").bad("2").bad("3");
    TestObserver<String> seen = f.loop(everySecond.failuresBorne(2).build()).values().test();
    f.advance(60_000);
    PollLoopFixture.assertEnd(seen, "tooManyFailures(3, a)", "a");
    seen.assertError(e -> "3".equals(e.getCause().getMessage()));
    assertEquals(4, f.requests.size());
  }

  @Test
  void aGoodAnswerForgivesTheFailures() {
    f.bad("1").bad("2").value("a").bad("1").bad("2").value("done");
    TestObserver<String> seen = f.loop(everySecond.failuresBorne(2).build()).values().test();
    f.advance(60_000);
    seen.assertResult("a", "done");
  }

  @Test
  void noFailureIsBorneWhereTheLimitIsNone() {
    f.bad("1");
    TestObserver<String> seen = f.loop(everySecond.failuresBorne(0).build()).values().test();
    f.advance(0);
    PollLoopFixture.assertEnd(seen, "tooManyFailures(1, null)");
  }

  @Test
  void afterTooManyFailuresTheJobMayBeWatchedAgain() {
    PollLoop<String> loop = f.loop(everySecond.failuresBorne(0).build());
    f.bad("1").value("done");
    loop.values().subscribe(new TestObserver<>());
    f.advance(0);
    TestObserver<String> again = loop.values().test();
    f.advance(0);
    again.assertResult("done");
  }

  @Test
  void throttledAnswersAreNoFailures() {
    for (int i = 0; i < 20; i++) {
      f.throttled(0);
    }
    f.value("done");
    TestObserver<String> seen = f.loop(everySecond.failuresBorne(0).build()).values().test();
    f.advance(60_000);
    seen.assertResult("done");
  }

  @Test
  void throttledAnswersForgiveNoFailures() {
    f.bad("1").throttled(0).bad("2");
    TestObserver<String> seen = f.loop(everySecond.failuresBorne(1).build()).values().test();
    f.advance(60_000);
    PollLoopFixture.assertEnd(seen, "tooManyFailures(2, null)");
  }

  @Test
  void aPollThatThrowsIsAFailure() {
    PollLoop<String> loop =
        PollLoopFixture.loop(
            permit -> {
              throw new IOException("supplier");
            },
            "done"::equals,
            everySecond.failuresBorne(1).build(),
            f.budget,
            f.time,
            new Random(1),
            new PollLoopFixture.LoopErrors());
    TestObserver<String> seen = loop.values().test();
    f.advance(60_000);
    PollLoopFixture.assertEnd(seen, "tooManyFailures(2, null)");
  }

  @Test
  void aPollThatSignalsAnErrorIsAFailure() {
    f.script.add(Single.error(new IOException("signal")));
    f.value("done");
    TestObserver<String> seen = f.everySecond().values().test();
    f.advance(60_000);
    seen.assertResult("done");
  }

  // Retry-After

  @Test
  void retryAfterIsNeverUndercut() {
    f.value("a", 5000).bad("503", 4000).throttled(3000).value("done");
    TestObserver<String> seen = f.everySecond().values().test();
    f.advance(60_000);
    seen.assertResult("a", "done");
    assertEquals(asList(0L, 5000L, 9000L, 12_000L), f.requests);
  }

  @Test
  void aRetryAfterShorterThanThePolicysDelayChangesNothing() {
    f.value("a", 10).value("done");
    f.everySecond().values().subscribe(new TestObserver<>());
    f.advance(60_000);
    assertEquals(asList(0L, 1000L), f.requests);
  }

  @Test
  void aRetryAfterOfATerminalAnswerIsIgnored() {
    f.value("done", Long.MAX_VALUE);
    TestObserver<String> seen = f.everySecond().values().test();
    f.advance(0);
    seen.assertResult("done");
  }

  @Test
  void aRetryAfterBeyondTheDeadlineEndsTheWatchAtOnce() {
    f.value("a").value("b", 9001);
    TestObserver<String> seen = f.loop(everySecond.deadline(10, SECONDS).build()).values().test();
    f.advance(1000);
    PollLoopFixture.assertEnd(seen, "retryAfterBeyondDeadline(9001, b)", "a", "b");
  }

  @Test
  void aRetryAfterUpToTheDeadlineIsWaitedFor() {
    f.value("a").value("b", 9000).value("done");
    TestObserver<String> seen = f.loop(everySecond.deadline(10, SECONDS).build()).values().test();
    f.advance(10_000);
    seen.assertResult("a", "b", "done");
    assertEquals(asList(0L, 1000L, 10_000L), f.requests);
  }

  @Test
  void aHugeRetryAfterDoesNotOverflow() {
    f.bad("503", Long.MAX_VALUE);
    TestObserver<String> seen = f.everySecond().values().test();
    f.advance(0);
    PollLoopFixture.assertEnd(seen, "retryAfterBeyondDeadline(" + Long.MAX_VALUE + ", null)");
  }

  @Test
  void aNegativeRetryAfterIsNone() {
    f.value("a", -5000).value("done");
    f.everySecond().values().subscribe(new TestObserver<>());
    f.advance(60_000);
    assertEquals(asList(0L, 1000L), f.requests);
  }

  /** A Single that does not care whether it was disposed. */
  private static final class Rude extends Single<PollAnswer<String>> {
    SingleObserver<? super PollAnswer<String>> observer;

    @Override
    protected void subscribeActual(SingleObserver<? super PollAnswer<String>> observer) {
      this.observer = observer;
      observer.onSubscribe(Disposable.empty());
    }
  }

  @Test
  void anAnswerAtTheDeadlineIsTheLast() {
    SingleSubject<PollAnswer<String>> answer = f.pending();
    TestObserver<String> seen = f.loop(everySecond.deadline(2, SECONDS).build()).values().test();
    f.advance(2000);
    answer.onSuccess(PollAnswer.value("a", 0));

    PollLoopFixture.assertEnd(seen, "deadlineExceeded(a)", "a");
    assertEquals(asList(0L), f.requests);
  }

  @Test
  void whoIsToBeLeftAloneUntilTheDeadlineIsAskedThen() {
    PollLoop<String> loop = f.loop(everySecond.deadline(2, SECONDS).build());
    loop.leaveAlone(SECONDS.toNanos(2));
    f.value("done");
    TestObserver<String> seen = loop.values().test();
    f.advance(2000);

    seen.assertResult("done");
  }

  @Test
  void aPollThatThrowsLeavesNoTimerBehind() {
    List<Disposable> tasks = new ArrayList<>();
    Scheduler noting =
        new Scheduler() {
          @Override
          public Disposable scheduleDirect(Runnable run, long delay, TimeUnit unit) {
            tasks.add(f.time.scheduleDirect(run, delay, unit));
            return tasks.get(tasks.size() - 1);
          }

          @Override
          public Worker createWorker() {
            return f.time.createWorker();
          }
        };
    TestObserver<String> seen =
        PollLoopFixture.<String>loop(
                permit -> {
                  throw new IllegalStateException("no request");
                },
                "done"::equals,
                everySecond.build(),
                new OpenBudget(),
                noting,
                new Random(1),
                new PollLoopFixture.LoopErrors())
            .values()
            .test();
    f.advance(0);

    seen.assertEmpty();
    // The poll's timeout is off, the next poll's delay is on.
    assertEquals(1, tasks.stream().filter(task -> !task.isDisposed()).count());
  }
}
