package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private final TestScheduler time = new TestScheduler();
  private final List<Long> grants = new ArrayList<>();
  private final MemoryBudget budget = new MemoryBudget(200, time);

  /** Asks for a permit, and notes when it is granted; its request is over at once. */
  private TestObserver<Void> acquire(RequestBudget from) {
    TestObserver<Void> permit = new TestObserver<>();
    spend(from).doOnComplete(() -> grants.add(time.now(NANOSECONDS))).subscribe(permit);
    return permit;
  }

  private static Completable spend(RequestBudget from) {
    return from.acquire().doOnComplete(from::release);
  }

  private List<Long> grantsInMillis() {
    List<Long> millis = new ArrayList<>();
    grants.forEach(nanos -> millis.add(NANOSECONDS.toMillis(nanos)));
    return millis;
  }

  @Test
  void grantsTheFirstAtOnceOnTheSubscribingThread() {
    acquire(budget).assertResult();
  }

  @Test
  void grantsATwentiethAtOnceAndTheOthersAtEvenDistances() {
    for (int i = 0; i < 14; i++) {
      acquire(budget);
    }
    assertEquals(10, grants.size());
    time.advanceTimeBy(2, SECONDS);
    assertEquals(Arrays.asList(319L, 638L, 958L, 1277L), grantsInMillis().subList(10, 14));
  }

  @Test
  void whoComesWhenAPermitIsHalfEarnedWaitsForTheOtherHalf() {
    for (int i = 0; i < 10; i++) {
      acquire(budget);
    }
    time.advanceTimeBy(160, MILLISECONDS);
    acquire(budget);

    time.advanceTimeBy(1, SECONDS);

    assertEquals(Arrays.asList(319L), grantsInMillis().subList(10, 11));
  }

  @Test
  void aColdCompletableTakesNothingUntilSubscribed() {
    for (int i = 0; i < 100; i++) {
      assertTrue(budget.acquire() != null);
    }
    for (int i = 0; i < 10; i++) {
      acquire(budget).assertResult();
    }
  }

  @Test
  void theBurstComesBackWithQuietTime() {
    for (int i = 0; i < 10; i++) {
      acquire(budget);
    }
    time.advanceTimeBy(10, SECONDS);
    for (int i = 0; i < 11; i++) {
      acquire(budget);
    }
    assertEquals(20, grants.size());
  }

  @Test
  void grantsInTheOrderOfSubscription() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      spend(budget).doOnComplete(() -> order.add(number)).subscribe(new TestObserver<>());
    }
    time.advanceTimeBy(1, MINUTES);
    for (int i = 0; i < 100; i++) {
      assertEquals(i, order.get(i));
    }
  }

  @Test
  void disposingAWaitGivesThePlaceBack() {
    for (int i = 0; i < 10; i++) {
      acquire(budget);
    }
    TestObserver<Void> leaving = acquire(budget);
    TestObserver<Void> next = acquire(budget);
    leaving.dispose();
    time.advanceTimeBy(320, MILLISECONDS);
    next.assertResult();
    leaving.assertEmpty();
  }

  @Test
  void allWhoWaitShareOneTimerAndTheLastToLeaveStopsIt() {
    Timers timers = new Timers();
    MemoryBudget timed = new MemoryBudget(200, timers);
    List<TestObserver<Void>> waiting = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      waiting.add(acquire(timed));
    }
    assertEquals(1, timers.set.size());
    waiting.forEach(TestObserver::dispose);
    assertTrue(timers.set.get(0).isDisposed());
  }

  @Test
  void acquiringInsideAGrantWorks() {
    MemoryBudget small = new MemoryBudget(40, time);
    TestObserver<Void> last =
        small.acquire().andThen(small.acquire()).andThen(small.acquire()).test();
    last.assertEmpty();
    time.advanceTimeBy(3, SECONDS);
    last.assertResult();
  }

  @Test
  void aSubscriberThatIsDisposedAlreadyTakesNothing() {
    for (int i = 0; i < 50; i++) {
      TestObserver<Void> gone = new TestObserver<>();
      gone.dispose();
      budget.acquire().subscribe(gone);
      gone.assertEmpty();
    }
    acquire(budget).assertResult();
  }

  @Test
  void whatOneThrowsAtItsGrantKeepsNoneFromTheOthers() {
    budget.throttled(1, SECONDS);
    NoClassDefFoundError fatal = new NoClassDefFoundError("missing");
    budget.acquire().subscribe(new ThrowingObserver(fatal));
    TestObserver<Void> next = acquire(budget);

    time.advanceTimeBy(10, SECONDS);

    next.assertResult();
    Throwable told = NothingLeft.takeUndelivered().get(0);
    assertSame(fatal, told.getCause());
  }

  private static final class ThrowingObserver implements CompletableObserver {
    private final Error fatal;

    ThrowingObserver(Error fatal) {
      this.fatal = fatal;
    }

    @Override
    public void onSubscribe(Disposable d) {}

    @Override
    public void onComplete() {
      throw fatal;
    }

    @Override
    public void onError(Throwable e) {}
  }

  @Test
  void isDisposedTellsTheTruth() {
    Disposable[] handed = new Disposable[1];
    for (int i = 0; i < 10; i++) {
      acquire(budget);
    }
    budget
        .acquire()
        .subscribe(
            new CompletableObserver() {
              @Override
              public void onSubscribe(Disposable d) {
                handed[0] = d;
              }

              @Override
              public void onComplete() {}

              @Override
              public void onError(Throwable e) {}
            });
    assertEquals(false, handed[0].isDisposed());
    time.advanceTimeBy(1, SECONDS);
    assertEquals(true, handed[0].isDisposed());
    handed[0].dispose();
  }

  // The promise

  @Test
  void aThousandJobsNeverBreakTheLimitInAnyMinute() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      jobThatPolls(budget, 20, random);
    }
    time.advanceTimeBy(3, DAYS);
    assertEquals(20_000, grants.size());
    assertTrue(
        MemoryBudgetPropertiesTest.mostInAnyMinute(grants) <= 200,
        "" + MemoryBudgetPropertiesTest.mostInAnyMinute(grants));
    long minutes = NANOSECONDS.toMinutes(grants.get(grants.size() - 1));
    assertTrue(minutes <= 20_000 / 180, "the budget is used: " + minutes + " minutes");
  }

  private void jobThatPolls(RequestBudget from, int times, Random random) {
    spend(from)
        .doOnComplete(() -> grants.add(time.now(NANOSECONDS)))
        .andThen(
            Completable.defer(() -> Completable.timer(random.nextInt(15_000), MILLISECONDS, time)))
        .repeat(times)
        .subscribe(new TestObserver<>());
  }

  // The rest

  @Test
  void onlySensibleNumbersAreTaken() {
    assertThrows(IllegalArgumentException.class, () -> RequestBudget.perMinute(0));
    assertThrows(IllegalArgumentException.class, () -> RequestBudget.perMinute(1_000_001));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RequestBudget.perMinute(-1));
    assertEquals("requests a minute must be 1 to 1000000, was -1", e.getMessage());
  }

  @Test
  void oneAMinuteIsOneAMinute() {
    MemoryBudget one = new MemoryBudget(1, time);
    acquire(one);
    acquire(one);
    acquire(one);
    time.advanceTimeBy(3, MINUTES);
    assertEquals(Arrays.asList(0L, 61_000L, 122_000L), grantsInMillis());
  }

  @Test
  void threadsThatStormItAreAllServedOnce() {
    RequestBudget real = RequestBudget.perMinute(1_000_000);
    long served =
        Flowable.range(0, 20_000)
            .parallel(8)
            .runOn(Schedulers.io())
            .flatMap(i -> spend(real).andThen(Flowable.just(i)))
            .sequential()
            .count()
            .blockingGet();
    assertEquals(20_000, served);
  }

  /** Takes the tasks, and never runs them. */
  private static final class Timers extends Scheduler {
    private final List<Disposable> set = new ArrayList<>();

    @Override
    public Disposable scheduleDirect(Runnable run, long delay, TimeUnit unit) {
      Disposable task = Disposable.empty();
      set.add(task);
      return task;
    }

    @Override
    public Worker createWorker() {
      throw new AssertionError();
    }
  }

  @Test
  void aPermitForOneWhoLeavesAtThatMomentIsGivenBack() {
    MemoryBudget forty = new MemoryBudget(40, time);
    forty.throttled(2, SECONDS);
    TestObserver<Void> second = new TestObserver<>();
    spend(forty).doOnComplete(second::dispose).subscribe(new TestObserver<>());
    forty.acquire().subscribe(second);
    time.advanceTimeBy(3, MINUTES);
    second.assertEmpty();

    List<TestObserver<Void>> held = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      held.add(forty.acquire().test());
    }
    time.advanceTimeBy(5, MINUTES);

    held.forEach(TestObserver::assertResult);
  }
}
