package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A user's timer with one of our own behind it. */
class FailoverTimerTest {
  private final TestScheduler own = new TestScheduler();
  private final TestScheduler users = new TestScheduler();
  private final List<String> ran = new ArrayList<>();

  @Test
  void waitEndsInTimeByTheUsersTimerAndOnce() {
    schedule(FailoverTimer.of(new Renamed(users), own), 5);

    users.advanceTimeBy(5, SECONDS);
    assertEquals(1, ran.size());

    own.advanceTimeBy(1, TimeUnit.DAYS);
    assertEquals(1, ran.size());
  }

  @Test
  void waitThatTheUsersTimerDroppedEndsASecondLaterAndOnce() {
    schedule(FailoverTimer.of(new Renamed(users), own), 5);

    own.advanceTimeBy(5_999, MILLISECONDS);
    assertEquals(0, ran.size());
    own.advanceTimeBy(1, MILLISECONDS);
    assertEquals(1, ran.size());

    users.advanceTimeBy(1, TimeUnit.DAYS);
    assertEquals(1, ran.size());
  }

  @Test
  void whatTheUsersTimerRefusesEndsInTime() {
    schedule(FailoverTimer.of(new Broken(), own), 5);
    assertInstanceOf(IllegalStateException.class, NothingLeft.takeUndelivered().get(0));

    own.advanceTimeBy(5, SECONDS);

    assertEquals(1, ran.size());
  }

  @Test
  void waitThatIsJustRunningIsNotOneThatWasRefused() {
    AtomicReference<Disposable> wait = new AtomicReference<>();
    List<Boolean> disposed = new ArrayList<>();
    wait.set(
        FailoverTimer.of(new Renamed(users), own)
            .scheduleDirect(() -> disposed.add(wait.get().isDisposed()), 5, SECONDS));

    users.advanceTimeBy(5, SECONDS);

    assertEquals(Collections.singletonList(false), disposed);
    assertTrue(wait.get().isDisposed());
  }

  @Test
  void refusingTimerIsNotAskedAgain() {
    Scheduler timer = FailoverTimer.of(new Broken(), own);
    schedule(timer, 5);
    NothingLeft.takeUndelivered();

    schedule(timer, 5);

    own.advanceTimeBy(5, SECONDS);
    assertEquals(2, ran.size());
  }

  @Test
  void disposedWaitEndsOnNeither() {
    Disposable wait = schedule(FailoverTimer.of(new Renamed(users), own), 5);

    wait.dispose();

    users.advanceTimeBy(1, TimeUnit.DAYS);
    own.advanceTimeBy(1, TimeUnit.DAYS);
    assertEquals(0, ran.size());
  }

  @Test
  void longestWaitDoesNotOverflow() {
    Scheduler timer = FailoverTimer.of(new Renamed(users), own);
    timer.scheduleDirect(() -> ran.add("ran"), Long.MAX_VALUE, TimeUnit.DAYS);

    own.advanceTimeBy(1000, TimeUnit.DAYS);

    assertEquals(0, ran.size());
  }

  @Test
  void workersAreTheUsers() {
    FailoverTimer.of(new Renamed(users), own)
        .createWorker()
        .schedule(() -> ran.add("ran"), 5, SECONDS);

    users.advanceTimeBy(5, SECONDS);

    assertEquals(1, ran.size());
  }

  @Test
  void virtualTimeStaysAsItIs() {
    assertSame(users, FailoverTimer.of(users, own));
  }

  private Disposable schedule(Scheduler timer, long seconds) {
    return timer.scheduleDirect(() -> ran.add("ran"), seconds, SECONDS);
  }

  /** A scheduler that does not look like virtual time. */
  private static final class Renamed extends Scheduler {
    private final Scheduler scheduler;

    Renamed(Scheduler scheduler) {
      this.scheduler = scheduler;
    }

    @Override
    public Worker createWorker() {
      return scheduler.createWorker();
    }
  }

  private static final class Broken extends Scheduler {
    @Override
    public Worker createWorker() {
      throw new IllegalStateException("shut down");
    }
  }
}
