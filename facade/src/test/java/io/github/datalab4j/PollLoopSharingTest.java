package io.github.datalab4j;

import static java.util.Arrays.asList;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Many subscribers of one loop: coming, going, disposing, closing. */
class PollLoopSharingTest {
  private static final PollPolicy TEN_SECONDS =
      PollPolicy.builder().fixed(1, SECONDS).deadline(10, SECONDS).build();

  private final PollLoopFixture f = new PollLoopFixture();
  private final PollLoop<String> loop = f.everySecond();

  @Test
  void manySubscribersCostOneRequestATick() {
    List<TestObserver<String>> seen = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      seen.add(loop.values().test());
    }
    f.value("a").value("b").value("done");
    f.advance(10_000);
    assertEquals(3, f.requests.size());
    seen.forEach(each -> each.assertResult("a", "b", "done"));
  }

  @Test
  void bothViewsShareTheRequests() {
    f.value("a").value("done");
    TestObserver<String> values = loop.values().test();
    TestObserver<PollEvent<String>> events = loop.events().test();
    f.advance(10_000);
    assertEquals(2, f.requests.size());
    values.assertResult("a", "done");
    events.assertValueCount(2).assertComplete();
  }

  @Test
  void aLateSubscriberGetsTheLatestValueFirst() {
    f.value("a").value("b").bad("502").value("c").value("done");
    loop.values().subscribe(new TestObserver<>());
    f.advance(2500);
    TestObserver<String> late = loop.values().test();
    late.assertValuesOnly("b");
    f.advance(10_000);
    late.assertResult("b", "c", "done");
    assertEquals(5, f.requests.size());
  }

  @Test
  void oneWhoComesBeforeTheFirstAnswerGetsNothingAtOnce() {
    SingleSubject<PollAnswer<String>> answer = f.pending();
    loop.values().subscribe(new TestObserver<>());
    f.advance(0);
    TestObserver<String> late = loop.values().test();
    late.assertEmpty();
    answer.onSuccess(PollAnswer.value("done", 0));
    late.assertResult("done");
  }

  @Test
  void theLastToLeaveStopsTheTimer() {
    TestObserver<String> one = loop.values().test();
    TestObserver<String> two = loop.values().test();
    f.advance(1500);
    one.dispose();
    f.advance(1000);
    assertEquals(3, f.requests.size());
    two.dispose();
    f.advance(60_000);
    assertEquals(3, f.requests.size());
  }

  @Test
  void theLastToLeaveCancelsTheRequestInFlight() {
    SingleSubject<PollAnswer<String>> answer = f.pending();
    TestObserver<String> only = loop.values().test();
    f.advance(0);
    assertTrue(answer.hasObservers());
    only.dispose();
    assertFalse(answer.hasObservers());
    assertEquals(0, f.inFlight);
  }

  @Test
  void theLastToLeaveGivesUpThePlaceInTheBudget() {
    CompletableSubject permit = CompletableSubject.create();
    f.permit = permit;
    TestObserver<String> only = loop.values().test();
    f.advance(0);
    assertTrue(permit.hasObservers());
    only.dispose();
    assertFalse(permit.hasObservers());
    permit.onComplete();
    f.advance(60_000);
    assertEquals(0, f.requests.size());
  }

  @Test
  void whoLeavesWhileThePermitIsAskedForTakesNone() {
    TestObserver<String> only = new TestObserver<>();
    int[] taken = {0};
    RequestBudget budget =
        new RequestBudget() {
          @Override
          public Completable acquire() {
            only.dispose();
            return Completable.defer(
                () -> {
                  taken[0]++;
                  return Completable.complete();
                });
          }

          @Override
          public void throttled(long retryAfter, TimeUnit unit) {}
        };
    f.loop(PollPolicy.proportional(), budget).values().subscribe(only);
    f.advance(60_000);
    assertEquals(0, taken[0]);
    assertEquals(0, f.requests.size());
  }

  @Test
  void oneOfManyLeavingStopsNothing() {
    SingleSubject<PollAnswer<String>> answer = f.pending();
    TestObserver<String> one = loop.values().test();
    TestObserver<String> two = loop.values().test();
    f.advance(0);
    one.dispose();
    answer.onSuccess(PollAnswer.value("done", 0));
    two.assertResult("done");
    one.assertEmpty();
  }

  @Test
  void aNewSubscriberTakesUpAgainWithAFreshStatus() {
    f.value("stale").value("stale").value("fresh").value("done");
    loop.values().test().dispose();
    TestObserver<String> first = loop.values().test();
    f.advance(1500);
    first.dispose();
    TestObserver<String> second = loop.values().test();
    f.advance(10_000);
    second.assertResult("fresh", "done");
    assertEquals(asList(0L, 1000L, 1500L, 2500L), f.requests);
  }

  @Test
  void disposingInsideOnNextStopsEverything() {
    loop.values().take(1).test().assertEmpty();
    f.advance(60_000);
    assertEquals(1, f.requests.size());
  }

  @Test
  void subscribingInsideOnNextSharesTheRequest() {
    f.value("a").value("done");
    TestObserver<String> inner = new TestObserver<>();
    loop.values()
        .take(1)
        .doOnNext(value -> loop.values().subscribe(inner))
        .subscribe(new TestObserver<>());
    f.advance(10_000);
    inner.assertResult("a", "done");
    assertEquals(2, f.requests.size());
  }

  @Test
  void handingOverInsideOnNextStartsNoSecondRun() {
    // The old subscriber leaves after the new one has come: the run goes on.
    f.value("a").value("b").value("done");
    AtomicReference<TestObserver<String>> inner = new AtomicReference<>();
    TestObserver<String> outer = new TestObserver<>();
    loop.values()
        .doOnNext(
            value -> {
              if (inner.get() == null) {
                inner.set(loop.values().test());
                outer.dispose();
              }
            })
        .subscribe(outer);
    f.advance(10_000);
    inner.get().assertResult("a", "b", "done");
    assertEquals(asList(0L, 1000L, 2000L), f.requests);
  }

  @Test
  void aSubscriberThatIsDisposedAlreadyStartsNothing() {
    TestObserver<String> gone = new TestObserver<>();
    gone.dispose();
    loop.values().subscribe(gone);
    f.advance(60_000);
    assertEquals(0, f.permits);
  }

  @Test
  void anAnswerThatComesAfterTheLastLeftIsNotSeen() {
    SingleSubject<PollAnswer<String>> answer = f.pending();
    TestObserver<String> only = loop.values().test();
    f.advance(0);
    only.dispose();
    answer.onError(new IOException("late"));
    only.assertEmpty();
  }

  @Test
  void anObserverThatThrowsHarmsNobodyElse() {
    f.value("a").value("done");
    loop.events().subscribe(new Thrower());
    TestObserver<String> other = loop.values().test();
    f.advance(10_000);
    other.assertResult("a", "done");
    assertEquals(1, NothingLeft.takeUndelivered().size());
  }

  @Test
  void retryAfterADeadlineStartsANewWatch() {
    PollLoop<String> brief =
        f.loop(PollPolicy.builder().fixed(1, SECONDS).deadline(2, SECONDS).build());
    f.value("a").value("b").value("c").value("d").value("done");
    TestObserver<String> seen = brief.values().retry(1).test();
    f.advance(60_000);
    seen.assertResult("a", "b", "c", "d", "done");
  }

  @Test
  void closeEndsAllAndThoseToCome() {
    SingleSubject<PollAnswer<String>> answer = f.pending();
    TestObserver<String> one = loop.values().test();
    TestObserver<PollEvent<String>> two = loop.events().test();
    f.advance(0);
    loop.close();
    PollLoopFixture.assertEnd(one, "closed");
    PollLoopFixture.assertEnd(two, "closed");
    assertFalse(answer.hasObservers());
    PollLoopFixture.assertEnd(loop.values().test(), "closed");
    f.advance(60_000);
    assertEquals(1, f.requests.size());
  }

  @Test
  void closeBeforeTheFirstSubscriberIsFinal() {
    loop.close();
    loop.close();
    PollLoopFixture.assertEnd(loop.values().test(), "closed");
    f.advance(60_000);
    assertEquals(0, f.permits);
  }

  @Test
  void closeLeavesAKeptResultReadable() {
    f.value("done");
    loop.values().subscribe(new TestObserver<>());
    f.advance(0);
    loop.close();
    loop.values().test().assertResult("done");
  }

  @Test
  void closeInsideOnNextEndsTheWatch() {
    TestObserver<String> seen = loop.values().doOnNext(value -> loop.close()).test();
    f.advance(60_000);
    PollLoopFixture.assertEnd(seen, "closed", "processing");
    assertEquals(1, f.requests.size());
  }

  @Test
  void aNewRunWaitsUntilTheOldRequestIsDisposed() {
    // The old request's dispose subscribes again before it returns: never two in flight.
    TestObserver<String> second = new TestObserver<>();
    List<Integer> started = new ArrayList<>();
    f.script.add(
        Single.<PollAnswer<String>>never()
            .doOnDispose(
                () -> {
                  loop.values().subscribe(second);
                  f.advance(0);
                  started.add(f.requests.size());
                }));
    TestObserver<String> first = loop.values().test();
    f.advance(0);
    first.dispose();
    f.advance(0);
    assertEquals(asList(1), started);
    assertEquals(2, f.requests.size());
    assertEquals(1, f.mostInFlight);
    second.dispose();
  }

  @Test
  void permitsOfABudgetThatGrantsLaterAreAwaitedByTheRunThatAsked() {
    CompletableSubject permit = CompletableSubject.create();
    f.permit = permit;
    f.value("done");
    TestObserver<String> seen = loop.values().test();
    f.advance(5000);
    seen.assertEmpty();
    f.permit = Completable.complete();
    permit.onComplete();
    seen.assertResult("done");
    assertEquals(asList(5000L), f.requests);
  }

  // Retry-After outlives a watch

  @Test
  void aNewWatchDoesNotUndercutTheRetryAfterOfTheOldOne() {
    f.bad("503", 20_000).value("done");
    PollLoop<String> brief = f.loop(TEN_SECONDS);
    brief.values().subscribe(new TestObserver<>());
    f.advance(15_000);
    TestObserver<String> again = brief.values().test();
    f.advance(5000);
    again.assertResult("done");
    assertEquals(asList(0L, 20_000L), f.requests);
  }

  @Test
  void leavingAndComingBackDoesNotUndercutRetryAfter() {
    f.value("a", 5000).value("done");
    loop.values().take(1).subscribe(new TestObserver<>());
    f.advance(1000);
    loop.values().subscribe(new TestObserver<>());
    f.advance(60_000);
    assertEquals(asList(0L, 5000L), f.requests);
  }

  @Test
  void aNewWatchEndsAtOnceWhileTheOldRetryAfterIsBeyondItsDeadline() {
    f.bad("503", 60_000).value("done");
    PollLoop<String> brief = f.loop(TEN_SECONDS);
    brief.values().subscribe(new TestObserver<>());
    f.advance(1000);
    PollLoopFixture.assertEnd(brief.values().test(), "retryAfterBeyondDeadline(59000, null)");
    assertEquals(asList(0L), f.requests);
  }

  private static final class Thrower implements Observer<PollEvent<String>> {
    @Override
    public void onSubscribe(Disposable d) {}

    @Override
    public void onNext(PollEvent<String> event) {
      throw new IllegalStateException("an observer's own");
    }

    @Override
    public void onError(Throwable e) {}

    @Override
    public void onComplete() {}
  }

  @Test
  void whoComesWhileTheLastWatchStopsIsServedWhenItHas() {
    TestObserver<String> next = new TestObserver<>();
    f.script.add(
        Single.<PollAnswer<String>>never().doOnDispose(() -> loop.values().subscribe(next)));
    TestObserver<String> last = loop.values().test();
    f.advance(0);
    f.value("done");

    last.dispose();
    next.assertEmpty();
    f.advance(0);

    next.assertResult("done");
    assertEquals(1, f.mostInFlight);
  }
}
