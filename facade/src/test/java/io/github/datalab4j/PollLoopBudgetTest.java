package io.github.datalab4j;

import static java.util.Arrays.asList;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A watch takes a permit for each poll, and gives it back. */
class PollLoopBudgetTest {
  private final PollLoopFixture f = new PollLoopFixture();
  private final PollPolicy.Builder everySecond = PollPolicy.builder().fixed(1, SECONDS);

  @Test
  void theWaitForTheBudgetCountsTowardsTheDeadline() {
    f.permit = Completable.never();
    TestObserver<String> seen = f.loop(everySecond.deadline(9, SECONDS).build()).values().test();
    f.advance(8999);
    seen.assertEmpty();
    f.advance(1);
    PollLoopFixture.assertEnd(seen, "deadlineExceeded(null)");
    assertEquals(0, f.requests.size());
  }

  @Test
  void theWaitForTheBudgetIsGivenUpAtTheDeadline() {
    AtomicInteger disposed = new AtomicInteger();
    f.permit = Completable.never().doOnDispose(disposed::incrementAndGet);
    f.loop(everySecond.deadline(9, SECONDS).build()).values().subscribe(new TestObserver<>());
    f.advance(9000);
    assertEquals(1, disposed.get());
  }

  @Test
  void theLastLookWaitsALittleForAPermitThatDoesNotComeAtOnce() {
    TestObserver<String> seen = f.loop(lastLook().build()).values().test();
    f.advance(8_999);
    f.permit = Completable.timer(999, MILLISECONDS, f.time);
    f.value("done");
    f.advance(1_000);
    seen.assertResult("processing", "done");
  }

  @Test
  void theLastLookWaitsForAPermitForHalfOfThePollTimeoutAtMost() {
    TestObserver<String> seen =
        f.loop(lastLook().pollTimeout(100, MILLISECONDS).build()).values().test();
    f.advance(0);
    f.permit = Completable.never();
    f.advance(9_049);
    seen.assertNotComplete().assertNoErrors();
    f.advance(1);
    PollLoopFixture.assertEnd(seen, "deadlineExceeded(processing)", "processing");
  }

  @Test
  void theLastLookEndsOnePollTimeoutAfterTheDeadlineHoweverLateItsPermitCame() {
    TestObserver<String> seen = f.loop(lastLook().pollTimeout(3, SECONDS).build()).values().test();
    f.advance(0);
    f.permit = Completable.timer(999, MILLISECONDS, f.time);
    f.pending();
    f.advance(11_999);
    seen.assertNotComplete().assertNoErrors();
    f.advance(1);
    PollLoopFixture.assertEnd(seen, "deadlineExceeded(processing)", "processing");
  }

  /** The first poll at once, and the second at the deadline. */
  private static PollPolicy.Builder lastLook() {
    return PollPolicy.builder().fixed(1, MINUTES).deadline(9, SECONDS);
  }

  @Test
  void thePollTimeoutStartsAfterTheWaitForTheBudget() {
    f.permit = Completable.timer(20, SECONDS, f.time);
    SingleSubject<PollAnswer<String>> slow = f.pending();
    TestObserver<String> seen = f.loop(everySecond.pollTimeout(5, SECONDS).build()).values().test();
    f.advance(24_999);
    slow.onSuccess(PollAnswer.value("done", 0));
    seen.assertResult("done");
  }

  @Test
  void theBudgetIsToldOfEvery429() {
    f.throttled(3000).throttled(0).value("done");
    f.everySecond().values().subscribe(new TestObserver<>());
    f.advance(60_000);
    assertEquals(asList(3000L, 0L), f.throttles);
  }

  @Test
  void aBudgetThatFailsIsAFailureAndNoRequest() {
    f.permit = Completable.error(new IOException("store"));
    TestObserver<String> seen = f.loop(everySecond.failuresBorne(2).build()).values().test();
    f.advance(60_000);
    PollLoopFixture.assertEnd(seen, "tooManyFailures(3, null)");
    assertEquals(0, f.requests.size());
  }

  @Test
  void aBudgetThatThrowsIsAFailure() {
    PollLoop<String> loop = f.loop(everySecond.failuresBorne(2).build(), new ThrowingBudget());
    TestObserver<String> seen = loop.values().test();
    f.advance(60_000);
    PollLoopFixture.assertEnd(seen, "tooManyFailures(3, null)");
  }

  @Test
  void aPermitIsGivenBackByAPollThatIsLeftBeforeItIsMade() {
    OpenBudget open = new OpenBudget();
    TestObserver<String> seen = new TestObserver<>();
    PollLoop<String> loop =
        PollLoopFixture.loop(
            permit -> {
              seen.dispose();
              return Single.never();
            },
            "done"::equals,
            everySecond.build(),
            open,
            f.time,
            new Random(1),
            new PollLoopFixture.LoopErrors());
    loop.values().subscribe(seen);
    f.advance(0);

    assertEquals(1, open.released);
  }

  @Test
  void thePlaceInTheBudgetIsGivenUpWhereNoTimerCanBeSetForIt() {
    AtomicInteger disposed = new AtomicInteger();
    f.permit = Completable.never().doOnDispose(disposed::incrementAndGet);
    Scheduler timerOfOneTask =
        new Scheduler() {
          private int tasks;

          @Override
          public Worker createWorker() {
            return f.time.createWorker();
          }

          @Override
          public Disposable scheduleDirect(Runnable task, long delay, TimeUnit unit) {
            if (++tasks > 1) {
              throw new RejectedExecutionException("mine");
            }
            return f.time.scheduleDirect(task, delay, unit);
          }
        };
    TestObserver<String> seen =
        PollLoopFixture.loop(
                permit -> Single.never(),
                "done"::equals,
                everySecond.build(),
                f.budget,
                timerOfOneTask,
                new Random(1),
                new PollLoopFixture.LoopErrors())
            .values()
            .test();
    f.advance(0);

    PollLoopFixture.assertEnd(seen, "mine");
    assertEquals(1, disposed.get());
  }

  private static final class ThrowingBudget implements RequestBudget {
    @Override
    public Completable acquire() {
      throw new IllegalStateException("store");
    }

    @Override
    public void throttled(long retryAfter, TimeUnit unit) {}
  }
}
