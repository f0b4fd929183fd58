package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for a budget of any size, whatever is asked of it. */
class MemoryBudgetPropertiesTest {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int LATEST_MILLIS = 20_000;

  static int mostInAnyMinute(List<Long> nanos) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < nanos.size(); to++) {
      while (nanos.get(to) - nanos.get(from) > MINUTE) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  @Property(tries = 60)
  void noLimitIsEverBrokenHoweverLateTheRequestsArrive(
      @ForAll @IntRange(min = 1, max = 400) int perMinute, @ForAll long seed) {
    Random random = new Random(seed);
    TestScheduler own = new TestScheduler();
    MemoryBudget any = new MemoryBudget(perMinute, own);
    List<Long> arrived = new ArrayList<>();
    Completable request =
        any.acquire().andThen(Completable.defer(() -> request(any, own, random, arrived)));
    List<Disposable> waiting = new ArrayList<>();
    for (int step = 0; step < 600; step++) {
      int what = random.nextInt(20);
      if (what < 12) {
        for (int i = random.nextInt(10); i >= 0; i--) {
          waiting.add(request.subscribe());
        }
      } else if (what < 15 && !waiting.isEmpty()) {
        waiting.get(random.nextInt(waiting.size())).dispose();
      } else if (what == 15) {
        any.throttled(random.nextInt(20) - 5, SECONDS);
      } else {
        own.advanceTimeBy(random.nextInt(20_000), MILLISECONDS);
      }
    }
    int most = mostInAnyMinute(arrived);
    assertTrue(most <= perMinute, most + " in a minute, allowed " + perMinute);
    assertTrue(arrived.size() > 0);
  }

  /** It arrives any time later, and is answered any time after that. */
  private static Completable request(
      RequestBudget budget, TestScheduler time, Random random, List<Long> arrived) {
    return Completable.timer(random.nextInt(LATEST_MILLIS), MILLISECONDS, time)
        .doOnComplete(() -> arrived.add(time.now(NANOSECONDS)))
        .delay(random.nextInt(LATEST_MILLIS), MILLISECONDS, time)
        .doFinally(budget::release);
  }

  @Property(tries = 100)
  void everybodyWhoStaysIsServed(
      @ForAll @IntRange(min = 1, max = 1000) int perMinute,
      @ForAll @IntRange(min = 1, max = 300) int jobs) {
    TestScheduler own = new TestScheduler();
    MemoryBudget any = new MemoryBudget(perMinute, own);
    TestObserver<Void> all =
        Flowable.range(0, jobs)
            .flatMapCompletable(i -> any.acquire().doOnComplete(any::release), false, jobs)
            .test();
    int evenly = perMinute - Math.max(1, perMinute / 20) + 1;
    own.advanceTimeBy(61_000L * jobs / evenly + 1, MILLISECONDS);
    all.assertResult();
  }
}
