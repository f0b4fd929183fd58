package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clocks that jump, schedulers that are shut down, and real threads. */
class PollLoopTimeTest {
  private final PollLoopFixture f = new PollLoopFixture();

  @Test
  void aWallClockThatJumpsADayChangesNothing() {
    PollPolicy policy = PollPolicy.builder().fixed(1, SECONDS).deadline(10, SECONDS).build();
    List<List<Long>> traces = new ArrayList<>();
    for (long jump : new long[] {0, TimeUnit.DAYS.toMillis(1), -TimeUnit.DAYS.toMillis(1)}) {
      TestScheduler time = new TestScheduler();
      List<Long> polls = new ArrayList<>();
      PollLoop<String> loop = loop(policy, new JumpingClock(time, jump), polls, time);
      TestObserver<String> seen = loop.values().test();
      time.advanceTimeBy(60, SECONDS);
      seen.assertError(PollLoopFixture.LoopEnd.class);
      traces.add(polls);
    }
    assertEquals(11, traces.get(0).size());
    assertEquals(traces.get(0), traces.get(1));
    assertEquals(traces.get(0), traces.get(2));
  }

  @Test
  void stalledPollsCountTowardsTheDeadlineOfAnyVirtualTime() {
    PollPolicy policy =
        PollPolicy.builder()
            .fixed(1, SECONDS)
            .pollTimeout(4, SECONDS)
            .deadline(10, SECONDS)
            .failuresBorne(100)
            .build();
    TestScheduler time = new TestScheduler();
    PollLoop<String> loop =
        PollLoopFixture.loop(
            permit -> Single.never(),
            "done"::equals,
            policy,
            f.budget,
            new JumpingClock(time, 0),
            new Random(1),
            new PollLoopFixture.LoopErrors());
    TestObserver<String> seen = loop.values().test();
    time.advanceTimeBy(14, SECONDS);
    seen.assertError(PollLoopFixture.LoopEnd.class);
  }

  @Test
  void aTimerThatWasShutDownEndsTheWatch() {
    ExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    executor.shutdownNow();
    PollLoop<String> loop =
        loop(PollPolicy.proportional(), Schedulers.from(executor), new ArrayList<>(), f.time);
    loop.values().test().assertFailure(RejectedExecutionException.class);
    assertTrue(
        NothingLeft.takeUndelivered().get(0).toString().contains("RejectedExecutionException"));
  }

  @Test
  void aTimerThatThrowsEndsTheWatch() {
    PollLoop<String> loop =
        loop(PollPolicy.proportional(), new ThrowingScheduler(), new ArrayList<>(), f.time);
    PollLoopFixture.assertEnd(loop.values().test(), "mine");
  }

  @Test
  void runsOnRealThreadsAsInVirtualTime() {
    PollPolicy policy = PollPolicy.fixed(1, MILLISECONDS);
    int[] asked = {0};
    PollLoop<String> loop =
        PollLoopFixture.loop(
            permit ->
                Single.fromCallable(
                        () -> PollAnswer.value(++asked[0] < 20 ? "processing" : "done", 0))
                    .subscribeOn(Schedulers.io()),
            "done"::equals,
            policy,
            f.budget,
            Schedulers.computation(),
            new Random(1),
            new PollLoopFixture.LoopErrors());
    assertEquals(20, loop.values().count().blockingGet());
    assertEquals("done", loop.values().blockingLast());
    assertEquals(20, asked[0]);
  }

  @Test
  void aPermitThatIsGrantedOnAnotherThreadIsTaken() {
    f.permit = Completable.complete().subscribeOn(Schedulers.io());
    PollLoop<String> loop =
        PollLoopFixture.loop(
            permit -> Single.just(PollAnswer.value("done", 0)),
            "done"::equals,
            PollPolicy.proportional(),
            f.budget,
            Schedulers.computation(),
            new Random(1),
            new PollLoopFixture.LoopErrors());
    assertEquals("done", loop.values().blockingLast());
  }

  private PollLoop<String> loop(
      PollPolicy policy, Scheduler timer, List<Long> polls, TestScheduler time) {
    return PollLoopFixture.loop(
        permit -> {
          polls.add(time.now(MILLISECONDS));
          return Single.just(PollAnswer.value("processing", 0));
        },
        "done"::equals,
        policy,
        f.budget,
        timer,
        new Random(1),
        new PollLoopFixture.LoopErrors());
  }

  /** Virtual time whose wall clock jumps each time that it is read. */
  private static final class JumpingClock extends Scheduler {
    private final TestScheduler time;
    private final long jump;
    private long jumped;

    JumpingClock(TestScheduler time, long jump) {
      this.time = time;
      this.jump = jump;
    }

    @Override
    public long now(TimeUnit unit) {
      jumped += jump;
      return unit.convert(time.now(MILLISECONDS) + jumped, MILLISECONDS);
    }

    @Override
    public Disposable scheduleDirect(Runnable run, long delay, TimeUnit unit) {
      return time.scheduleDirect(run, delay, unit);
    }

    @Override
    public Worker createWorker() {
      return time.createWorker();
    }
  }

  private static final class ThrowingScheduler extends Scheduler {
    @Override
    public Worker createWorker() {
      throw new IllegalStateException("mine");
    }
  }
}
