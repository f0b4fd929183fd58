package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a 429 does to all permits of a budget. */
class MemoryBudgetThrottleTest {
  private static final long MINUTE = MINUTES.toNanos(1);

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
  void a429StopsAllForTheTimeAsked() {
    budget.throttled(5, SECONDS);
    acquire(budget);
    time.advanceTimeBy(4999, MILLISECONDS);
    assertEquals(0, grants.size());
    time.advanceTimeBy(1, MILLISECONDS);
    assertEquals(1, grants.size());
  }

  @Test
  void a429StopsThoseWhoWaitAlready() {
    for (int i = 0; i < 11; i++) {
      acquire(budget);
    }
    budget.throttled(5, SECONDS);
    time.advanceTimeBy(4999, MILLISECONDS);
    assertEquals(10, grants.size());
    time.advanceTimeBy(1, MILLISECONDS);
    assertEquals(11, grants.size());
  }

  @Test
  void a429WithoutATimeStopsAllForASecond() {
    budget.throttled(0, SECONDS);
    acquire(budget);
    time.advanceTimeBy(999, MILLISECONDS);
    assertEquals(0, grants.size());
    time.advanceTimeBy(1, MILLISECONDS);
    assertEquals(1, grants.size());
  }

  @Test
  void a429TakesTheBurstAndHalvesTheRate() {
    budget.throttled(5, SECONDS);
    for (int i = 0; i < 4; i++) {
      acquire(budget);
    }
    time.advanceTimeBy(10, SECONDS);
    long first = grants.get(1) - grants.get(0);
    assertEquals(5000, NANOSECONDS.toMillis(grants.get(0)));
    // 638 ms is twice the interval; the rate has grown a little again by then.
    assertTrue(first > MILLISECONDS.toNanos(600) && first <= MILLISECONDS.toNanos(639), "" + first);
  }

  @Test
  void oneWaveOf429sHalvesTheRateOnce() {
    for (int i = 0; i < 10; i++) {
      budget.throttled(1, SECONDS);
      time.advanceTimeBy(500, MILLISECONDS);
    }
    acquire(budget);
    acquire(budget);
    time.advanceTimeBy(3, SECONDS);
    assertTrue(grants.get(1) - grants.get(0) <= MILLISECONDS.toNanos(639));
  }

  @Test
  void aShorter429DoesNotShortenThePause() {
    budget.throttled(20, SECONDS);
    budget.throttled(2, SECONDS);
    acquire(budget);
    time.advanceTimeBy(19_999, MILLISECONDS);
    assertEquals(0, grants.size());
    time.advanceTimeBy(1, MILLISECONDS);
    assertEquals(1, grants.size());
  }

  @Test
  void hugeAndNegativeTimesAreBounded() {
    budget.throttled(Long.MAX_VALUE, DAYS);
    acquire(budget);
    time.advanceTimeBy(60 * 60 - 1, SECONDS);
    assertEquals(0, grants.size());
    time.advanceTimeBy(1, SECONDS);
    assertEquals(1, grants.size());
    budget.throttled(Long.MIN_VALUE, DAYS);
    acquire(budget);
    time.advanceTimeBy(2, SECONDS);
    assertEquals(2, grants.size());
  }

  @Test
  void theRateNeverFallsBelowOneAMinute() {
    for (int i = 0; i < 30; i++) {
      budget.throttled(0, SECONDS);
      time.advanceTimeBy(61, SECONDS);
      budget.throttled(0, SECONDS);
      time.advanceTimeBy(11, SECONDS);
    }
    acquire(budget);
    time.advanceTimeBy(61, SECONDS);
    assertEquals(1, grants.size());
  }

  @Test
  void theRateRecoversWhileNo429Follows() {
    budget.throttled(0, SECONDS);
    time.advanceTimeBy(4, MINUTES);
    for (int i = 0; i < 12; i++) {
      acquire(budget);
    }
    time.advanceTimeBy(1, SECONDS);
    assertEquals(319, NANOSECONDS.toMillis(grants.get(11) - grants.get(10)));
  }

  @Test
  void itSettlesBelowAnAccountsLimitThatItWasNotTold() {
    // 50 jobs that always want to poll; the account allows 10 a minute and names no time.
    List<Long> accepted = new ArrayList<>();
    int[] refused = {0};
    for (int i = 0; i < 50; i++) {
      pollForEver(accepted, refused);
    }
    time.advanceTimeBy(10, MINUTES);
    int before = refused[0];
    int acceptedBefore = accepted.size();
    time.advanceTimeBy(60, MINUTES);
    int seen = refused[0] - before + accepted.size() - acceptedBefore;
    assertTrue(refused[0] - before < 0.25 * seen, refused[0] - before + " of " + seen);
    assertTrue(accepted.size() - acceptedBefore > 60 * 5, "used " + accepted.size());
  }

  @Test
  void requestsOnTheirWayThatAreRefusedDuringAPauseSlowItOnce() {
    budget.throttled(60, SECONDS);
    time.advanceTimeBy(30, SECONDS);
    budget.throttled(0, SECONDS);
    acquire(budget);
    acquire(budget);
    time.advanceTimeBy(60, SECONDS);

    assertEquals(60_000, grantsInMillis().get(0));
    // 314 ms is the distance at the full rate; halved a minute ago, it has recovered by a quarter.
    assertEquals(60_000 + 319 * 2 / 1.25, grantsInMillis().get(1), 10);
  }

  private void pollForEver(List<Long> accepted, int[] refused) {
    spend(budget)
        .doOnComplete(
            () -> {
              long now = time.now(NANOSECONDS);
              int recent = 0;
              for (int i = accepted.size() - 1; i >= 0 && now - accepted.get(i) < MINUTE; i--) {
                recent++;
              }
              if (recent < 10) {
                accepted.add(now);
              } else {
                refused[0]++;
                budget.throttled(0, SECONDS);
              }
            })
        .repeat()
        .subscribe(new TestObserver<>());
  }
}
