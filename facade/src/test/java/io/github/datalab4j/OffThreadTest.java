package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources that may block, subscribed to elsewhere. */
class OffThreadTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch begun = new CountDownLatch(1);

  @AfterEach
  void stopThreads() throws InterruptedException {
    threads.shutdown();
    assertTrue(threads.awaitTermination(30, SECONDS));
  }

  @Test
  void whoLeavesWhileItBlocksInterruptsItAndHearsNothing() throws Exception {
    TestObserver<String> observer =
        new OffThread<>(Single.fromCallable(this::block), threads).test();
    assertTrue(begun.await(30, SECONDS));

    observer.dispose();

    stopThreads();
    assertTrue(NothingLeft.takeUndelivered().isEmpty());
  }

  @Test
  void whoLeavesBeforeNeverSubscribes() {
    Queue<Runnable> later = new ArrayDeque<>();
    AtomicBoolean subscribed = new AtomicBoolean();
    Single<String> source = Single.just("a").doOnSubscribe(upstream -> subscribed.set(true));
    new OffThread<>(source, later::add).test().dispose();

    later.remove().run();

    assertFalse(subscribed.get());
  }

  @Test
  void whoLeavesLaterDisposesOfTheSource() {
    SingleSubject<String> source = SingleSubject.create();
    TestObserver<String> observer = new OffThread<>(source, Runnable::run).test();
    assertTrue(source.hasObservers());

    observer.dispose();

    assertFalse(source.hasObservers());
  }

  @Test
  void whoLeavesMeanwhileDisposesOfTheSourceOnceItIsSubscribedTo() {
    SingleSubject<String> source = SingleSubject.create();
    TestObserver<String> observer = new TestObserver<>();
    Single<String> leaves = source.doOnSubscribe(upstream -> observer.dispose());

    new OffThread<>(leaves, Runnable::run).subscribe(observer);

    assertFalse(source.hasObservers());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void threadThatIsNotToBeHadIsAnError() {
    Executor full =
        task -> {
          throw new RejectedExecutionException("full");
        };

    new OffThread<>(Single.just("a"), full).test().assertError(RejectedExecutionException.class);
  }

  @Test
  void whoLeavesBeforeTheSourceHandsOverItsDisposableDisposesOfIt() {
    AtomicReference<SingleObserver<? super String>> subscribed = new AtomicReference<>();
    Disposable upstream = Disposable.empty();
    TestObserver<String> observer = new OffThread<>(late(subscribed), Runnable::run).test();

    observer.dispose();
    subscribed.get().onSubscribe(upstream);

    assertTrue(upstream.isDisposed());
  }

  @Test
  void disposableThatIsHandedOverLateIsKept() {
    AtomicReference<SingleObserver<? super String>> subscribed = new AtomicReference<>();
    Disposable upstream = Disposable.empty();
    TestObserver<String> observer = new OffThread<>(late(subscribed), Runnable::run).test();

    subscribed.get().onSubscribe(upstream);
    assertFalse(upstream.isDisposed());
    observer.dispose();

    assertTrue(upstream.isDisposed());
  }

  @Test
  void whatRxJavaTakesForFatalIsAnErrorToo() {
    Single<String> fatal =
        new Single<String>() {
          @Override
          protected void subscribeActual(SingleObserver<? super String> observer) {
            throw new NoClassDefFoundError("of the source");
          }
        };

    new OffThread<>(fatal, Runnable::run).test().assertError(NoClassDefFoundError.class);
  }

  @Test
  void errorOfASourceThatEndsTwiceIsToldToTheHandler() {
    IllegalStateException second = new IllegalStateException("second");
    AtomicReference<SingleObserver<? super String>> subscribed = new AtomicReference<>();
    TestObserver<String> observer = new OffThread<>(late(subscribed), Runnable::run).test();
    subscribed.get().onSuccess("a");

    subscribed.get().onError(second);

    observer.assertResult("a");
    assertEquals(Collections.singletonList(second), NothingLeft.takeUndelivered());
  }

  @Test
  void isDisposedByWhoLeavesAndByTheEnd() {
    List<Disposable> given = new ArrayList<>();
    SingleSubject<String> source = SingleSubject.create();
    Single<String> off = new OffThread<>(source, Runnable::run).doOnSubscribe(given::add);
    off.test().dispose();
    TestObserver<String> observer = off.test();
    assertTrue(given.get(0).isDisposed());
    assertFalse(given.get(1).isDisposed());

    source.onSuccess("a");

    observer.assertResult("a");
    assertTrue(given.get(1).isDisposed());
  }

  @Test
  void interruptThatWasMeantForTheSourceDoesNotReachTheObserver() throws Exception {
    AtomicReference<Boolean> interrupted = new AtomicReference<>();
    CountDownLatch told = new CountDownLatch(1);
    Single<String> source =
        Single.create(
            emitter -> {
              try {
                block();
              } catch (InterruptedException left) {
                Thread.currentThread().interrupt();
              }
              emitter.onSuccess("all the same");
            });
    AtomicReference<Disposable> wait = new AtomicReference<>();
    new OffThread<>(source, threads)
        .subscribe(
            new SingleObserver<String>() {
              @Override
              public void onSubscribe(Disposable upstream) {
                wait.set(upstream);
              }

              @Override
              public void onSuccess(String value) {
                interrupted.set(Thread.currentThread().isInterrupted());
                told.countDown();
              }

              @Override
              public void onError(Throwable error) {}
            });
    assertTrue(begun.await(30, SECONDS));

    wait.get().dispose();

    assertTrue(told.await(30, SECONDS));
    assertEquals(false, interrupted.get());
  }

  @Test
  void permitThatComesThoughItsWaitWasGivenUpIsReleased() throws Exception {
    Semaphore store = new Semaphore(0);
    AtomicBoolean interrupted = new AtomicBoolean();
    CountDownLatch released = new CountDownLatch(1);
    RequestBudget users =
        new RequestBudget() {
          @Override
          public Completable acquire() {
            begun.countDown();
            return Completable.fromAction(store::acquireUninterruptibly);
          }

          @Override
          public void release() {
            interrupted.set(Thread.currentThread().isInterrupted());
            released.countDown();
          }

          @Override
          public void throttled(long retryAfter, TimeUnit unit) {}
        };
    TestObserver<Void> wait = new Permit(OffThreadBudget.of(users, threads)).test();
    assertTrue(begun.await(30, SECONDS));

    wait.dispose();
    store.release();

    assertTrue(released.await(30, SECONDS));
    stopThreads();
    assertFalse(interrupted.get());
  }

  @Test
  void whatABudgetThrowsWhenItIsToldSpoilsNothing() {
    OpenBudget broken = new OpenBudget();
    broken.broken = new IllegalStateException("no store");

    OffThreadBudget.of(broken, Runnable::run).throttled(1, SECONDS);

    assertEquals(1000, broken.throttledMillis);
    assertEquals(Collections.singletonList(broken.broken), NothingLeft.takeUndelivered());
  }

  /** Hands over its observer, and nothing else by itself. */
  private static Single<String> late(AtomicReference<SingleObserver<? super String>> subscribed) {
    return new Single<String>() {
      @Override
      protected void subscribeActual(SingleObserver<? super String> observer) {
        subscribed.set(observer);
      }
    };
  }

  private String block() throws InterruptedException {
    begun.countDown();
    new Semaphore(0).acquire();
    return "never";
  }
}
