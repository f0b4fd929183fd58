package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A permit that was granted is released once, at the end of its request. */
class PermitTest {
  private final OpenBudget budget = new OpenBudget();
  private final CompletableSubject grant = CompletableSubject.create();
  private final SingleSubject<String> request = SingleSubject.create();

  private TestObserver<String> ask() {
    budget.next = grant;
    return Permit.around(request, budget).test();
  }

  @Test
  void isHeldUntilTheAnswer() {
    TestObserver<String> asked = ask();
    grant.onComplete();
    assertTrue(request.hasObservers());
    assertEquals(0, budget.released);

    request.onSuccess("answer");

    asked.assertResult("answer");
    assertEquals(1, budget.released);
  }

  @Test
  void isReleasedBeforeTheAnswerIsToldOf() {
    List<Integer> released = new ArrayList<>();

    Permit.around(Single.just("answer"), budget)
        .doOnSuccess(answer -> released.add(budget.released))
        .test()
        .assertResult("answer");

    assertEquals(Collections.singletonList(1), released);
  }

  @Test
  void isReleasedWhenTheRequestFails() {
    TestObserver<String> asked = ask();
    grant.onComplete();

    request.onError(new IOException("reset"));

    asked.assertFailure(IOException.class);
    assertEquals(1, budget.released);
  }

  @Test
  void isReleasedWhenTheRequestIsGivenUp() {
    TestObserver<String> asked = ask();
    grant.onComplete();

    asked.dispose();
    asked.dispose();

    assertFalse(request.hasObservers());
    assertEquals(1, budget.released);
  }

  @Test
  void whoLeavesTheQueueHasNothingToRelease() {
    TestObserver<String> asked = ask();

    asked.dispose();

    assertFalse(grant.hasObservers());
    assertEquals(0, budget.released);
  }

  @Test
  void whatIsGrantedToOneWhoHasJustLeftIsReleased() {
    CompletableObserver[] waiting = new CompletableObserver[1];
    budget.next = rude(waiting);
    TestObserver<String> asked = Permit.around(request, budget).test();
    asked.dispose();

    waiting[0].onComplete();

    assertFalse(request.hasObservers());
    assertEquals(1, budget.released);
  }

  @Test
  void whatFailsForOneWhoHasJustLeftIsNotHeardOf() {
    CompletableObserver[] waiting = new CompletableObserver[1];
    budget.next = rude(waiting);
    Permit.around(request, budget).test().dispose();

    waiting[0].onError(new IOException("the store"));

    assertEquals(0, budget.released);
  }

  /** Goes on after it was disposed, as one may that is disposed at the very moment. */
  private static Completable rude(CompletableObserver[] waiting) {
    return new Completable() {
      @Override
      protected void subscribeActual(CompletableObserver observer) {
        observer.onSubscribe(Disposable.empty());
        waiting[0] = observer;
      }
    };
  }

  @Test
  void aWaitThatFailsIsAnErrorAndNothingToRelease() {
    TestObserver<String> asked = ask();

    grant.onError(new IOException("the store"));

    asked.assertFailure(IOException.class);
    assertEquals(0, budget.released);
  }

  @Test
  void aBudgetThatThrowsIsAnErrorAndNothingToRelease() {
    budget.broken = new IllegalStateException("the budget");

    Permit.around(request, budget).test().assertFailure(IllegalStateException.class);

    assertEquals(0, budget.released);
  }

  @Test
  void aRequestThatThrowsWhenItBeginsIsAnErrorAndReleasesIt() {
    NoClassDefFoundError fatal = new NoClassDefFoundError("missing");
    budget.next = grant;
    TestObserver<String> asked = Permit.around(throwing(fatal), budget).test();

    grant.onComplete();

    asked.assertFailure(NoClassDefFoundError.class);
    assertEquals(1, budget.released);
  }

  private static Single<String> throwing(Error fatal) {
    return Single.unsafeCreate(
        observer -> {
          throw fatal;
        });
  }

  @Test
  void aBudgetThatThrowsAtTheReleaseHarmsNoAnswer() {
    IllegalStateException broken = new IllegalStateException("the store");
    RequestBudget throwing =
        new RequestBudget() {
          @Override
          public Completable acquire() {
            return Completable.complete();
          }

          @Override
          public void release() {
            throw broken;
          }

          @Override
          public void throttled(long retryAfter, TimeUnit unit) {}
        };

    Permit.around(Single.just("answer"), throwing).test().assertResult("answer");

    Throwable told = NothingLeft.takeUndelivered().get(0);
    assertSame(broken, told);
  }

  @Test
  void aWaitThatIsTooLongEndsAndHasNothingToRelease() {
    TestScheduler time = new TestScheduler();
    budget.next = grant;
    TestObserver<String> asked = Permit.around(request, budget, 100, time).test();

    time.advanceTimeBy(100, MILLISECONDS);

    asked.assertFailure(DeadlineExceededException.class);
    assertFalse(grant.hasObservers());
    assertEquals(0, budget.released);
  }

  @Test
  void aLimitedWaitEndsWithTheGrant() {
    TestScheduler time = new TestScheduler();
    TestObserver<String> asked = Permit.around(request, budget, 100, time).test();
    time.advanceTimeBy(200, MILLISECONDS);
    assertEquals(0, budget.released);

    request.onSuccess("answer");

    asked.assertResult("answer");
    assertEquals(1, budget.released);
  }
}
