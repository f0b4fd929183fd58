package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What throws when it is disposed of, a user's budget say, keeps nothing else from its end. */
class BrokenDisposalTest {
  private final TestScheduler time = new TestScheduler();
  private final JobContext context =
      new JobContext(
          new FixedBudget(new ThrowsWhenDisposed()),
          time,
          Schedulers.trampoline(),
          new Random(1),
          ContainedListener.NONE,
          MINUTES.toMillis(10));
  private int told = 1;

  @AfterEach
  void whatWasThrownIsTold() {
    assertEquals(told, NothingLeft.takeUndelivered().size());
  }

  @Test
  void closeEndsTheOthersToo() {
    OpenWork open = new OpenWork();
    List<String> closed = new ArrayList<>();
    List<OpenWork.Closing> held = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      held.add(
          open.add(
              () -> {
                closed.add("closed");
                throw new IllegalStateException("mine");
              }));
    }
    told = held.size();

    open.close();

    assertEquals(9, closed.size());
    open.closed().test().assertComplete();
  }

  @Test
  void watchEndsAtItsDeadline() {
    TestObserver<ProcessorStatus> statuses = watch().statuses().test();

    time.advanceTimeBy(30, MINUTES);

    statuses.assertError(DeadlineExceededException.class);
  }

  @Test
  void closedWatchEnds() {
    JobWatch watch = watch();
    TestObserver<ProcessorStatus> statuses = watch.statuses().test();
    time.triggerActions();

    watch.close();

    statuses.assertError(ClientClosedException.class);
  }

  @Test
  void watchThatIsLeftIsTakenUpAgain() {
    JobWatch watch = watch();
    TestObserver<ProcessorStatus> first = watch.statuses().test();
    time.triggerActions();
    first.dispose();

    TestObserver<ProcessorStatus> statuses = watch.statuses().test();
    time.advanceTimeBy(30, MINUTES);

    statuses.assertError(DeadlineExceededException.class);
    told = 2;
  }

  @Test
  void pollThatTimesOutIsBorne() {
    PollLoopFixture f = new PollLoopFixture();
    f.script.add(
        new Single<PollAnswer<String>>() {
          @Override
          protected void subscribeActual(SingleObserver<? super PollAnswer<String>> observer) {
            observer.onSubscribe(Disposable.fromAction(BrokenDisposalTest::fail));
          }
        });
    f.value("done");
    TestObserver<String> seen = f.everySecond().values().test();

    f.advance(60_000);

    seen.assertResult("done");
  }

  @Test
  void submissionEndsAtItsTimeout() {
    TestObserver<ResumeToken> token = submission().accepted().test();

    time.advanceTimeBy(10, MINUTES);

    token.assertError(NotSentException.class);
  }

  @Test
  void closedSubmissionEnds() {
    Submission submission = submission();
    TestObserver<ResumeToken> token = submission.accepted().test();

    submission.close();

    token.assertError(ClientClosedException.class);
  }

  @Test
  void singleQuestionsAreNotAskedForEver() {
    Single<String> question = Permit.around(Single.just("answer"), context.budget, 5_000, time);
    TestObserver<String> observer = question.test();

    time.advanceTimeBy(5, SECONDS);

    observer.assertError(DeadlineExceededException.class);
  }

  private JobWatch watch() {
    return new JobWatch(JobFixture.TOKEN, Single.never(), PollPolicy.proportional(), context);
  }

  private Submission submission() {
    return new Submission("cp_1", new FakeSender(), token -> Completable.complete(), context);
  }

  private static void fail() {
    throw new IllegalStateException("mine");
  }

  /** A permit that never comes, and whose wait cannot be given up in peace. */
  private static final class ThrowsWhenDisposed extends Completable {
    @Override
    protected void subscribeActual(CompletableObserver observer) {
      observer.onSubscribe(Disposable.fromAction(BrokenDisposalTest::fail));
    }
  }
}
