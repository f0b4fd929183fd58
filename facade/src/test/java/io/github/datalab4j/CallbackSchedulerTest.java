package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subjects.PublishSubject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signals arrive, whatever becomes of the scheduler that they arrive on. */
class CallbackSchedulerTest {
  private final TestScheduler time = new TestScheduler();

  static Stream<Scheduler> deadSchedulers() {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    executor.shutdownNow();
    Scheduler single = RxJavaPlugins.createSingleScheduler(Thread::new);
    Scheduler computation = RxJavaPlugins.createComputationScheduler(Thread::new);
    single.shutdown();
    computation.shutdown();
    return Stream.of(Schedulers.from(executor), single, computation);
  }

  @ParameterizedTest
  @MethodSource("deadSchedulers")
  void observableEndsThoughTheSchedulerWasShutDown(Scheduler dead) {
    Observable.just(1, 2, 3)
        .observeOn(callbacks(dead), true)
        .test()
        .awaitDone(10, SECONDS)
        .assertResult(1, 2, 3);
    assertRejected();
  }

  @ParameterizedTest
  @MethodSource("deadSchedulers")
  void singleEndsThoughTheSchedulerWasShutDown(Scheduler dead) {
    Single.just(1).observeOn(callbacks(dead)).test().awaitDone(10, SECONDS).assertResult(1);
    assertRejected();
  }

  @Test
  void observableThatIsUnderWayEndsToo() {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    PublishSubject<Integer> source = PublishSubject.create();
    TestObserver<Integer> observer = source.observeOn(callbacks(Schedulers.from(executor))).test();
    source.onNext(1);
    observer.awaitCount(1);
    executor.shutdown();

    source.onNext(2);
    source.onComplete();

    observer.awaitDone(10, SECONDS).assertResult(1, 2);
    assertRejected();
  }

  @Test
  void whatAnExecutorHadTakenWhenItWasShutDownArrivesWithinSeconds() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    CountDownLatch busy = new CountDownLatch(1);
    executor.execute(() -> awaitInterrupt(busy));
    assertTrue(busy.await(10, SECONDS));
    Scheduler callbacks = callbacks(Schedulers.from(executor));
    TestObserver<Integer> items = Observable.just(1, 2).observeOn(callbacks).test();
    TestObserver<Integer> one = Single.just(1).observeOn(callbacks).test();

    executor.shutdownNow();
    time.advanceTimeBy(5, SECONDS);

    items.assertResult(1, 2);
    one.assertResult(1);
    assertRejected();
  }

  @Test
  void executorThatIsOnlyBusyIsWaitedForHoweverLong() {
    TestScheduler busy = new TestScheduler();
    TestObserver<Integer> observer = Observable.just(1, 2).observeOn(callbacks(busy)).test();

    time.advanceTimeBy(1, HOURS);

    observer.assertEmpty();
    busy.triggerActions();
    observer.assertResult(1, 2);
  }

  @Test
  void executorIsLookedAfterUntilItIsShutDown() {
    Dropping users = new Dropping();
    TestObserver<Integer> observer = Observable.just(1).observeOn(callbacks(users)).test();
    time.advanceTimeBy(10, MINUTES);
    observer.assertEmpty();

    users.isShutDown = true;
    time.advanceTimeBy(20, MINUTES);

    observer.assertResult(1);
  }

  @Test
  void whoHasLeftIsNotLookedAfter() {
    Dropping users = new Dropping();
    Observable.just(1).observeOn(callbacks(users)).test().dispose();
    Single.just(1).observeOn(callbacks(users)).test().dispose();

    time.advanceTimeBy(1, HOURS);

    assertEquals(2, users.tasks);
  }

  @Test
  void nothingArrivesAfterDispose() {
    TestScheduler users = new TestScheduler();
    PublishSubject<Integer> source = PublishSubject.create();
    TestObserver<Integer> observer = source.observeOn(callbacks(users)).test();
    source.onNext(1);

    observer.dispose();
    users.triggerActions();

    observer.assertEmpty();
  }

  @Test
  void nothingArrivesAfterDisposeOfASingle() {
    TestScheduler users = new TestScheduler();
    TestObserver<Integer> observer = Single.just(1).observeOn(callbacks(users)).test();

    observer.dispose();
    users.triggerActions();

    observer.assertEmpty();
  }

  @Test
  void delayedTaskIsLookedAfterFromItsTimeOn() {
    Dropping users = new Dropping();
    AtomicBoolean ran = new AtomicBoolean();
    callbacks(users).createWorker().schedule(() -> ran.set(true), 60, SECONDS);
    users.isShutDown = true;

    time.advanceTimeBy(64, SECONDS);
    assertFalse(ran.get());
    time.advanceTimeBy(1, SECONDS);

    assertTrue(ran.get());
  }

  @Test
  void observerThatThrowsOnASchedulerThatRunsAtOnceHarmsNoOther() {
    PublishSubject<Integer> source = PublishSubject.create();
    Scheduler atOnce = callbacks(Schedulers.from(Runnable::run));
    source.observeOn(atOnce).subscribe(new Throwing());
    TestObserver<Integer> other = source.observeOn(atOnce).test();

    source.onError(new IllegalStateException("of the source"));

    other.assertError(IllegalStateException.class);
    assertEquals("of the observer", NothingLeft.takeUndelivered().get(0).getMessage());
  }

  @Test
  void disposedWorkerTakesNothing() {
    Scheduler.Worker worker = callbacks(Schedulers.trampoline()).createWorker();
    worker.dispose();

    Disposable task =
        worker.schedule(
            () -> {
              throw new AssertionError();
            });

    assertTrue(task.isDisposed() && worker.isDisposed());
  }

  @Test
  void streamsEndThoughTheExecutorThrowsWhatItLikes() {
    Scheduler broken =
        callbacks(
            Schedulers.from(
                task -> {
                  throw new IllegalStateException("Device is disposed");
                }));

    Observable.just(1, 2).observeOn(broken).test().awaitDone(10, SECONDS).assertResult(1, 2);
    Single.just(1).observeOn(broken).test().awaitDone(10, SECONDS).assertResult(1);
    assertFalse(NothingLeft.takeUndelivered().isEmpty());
  }

  private Scheduler callbacks(Scheduler users) {
    return new CallbackScheduler(users, time, Runnable::run);
  }

  private static void awaitInterrupt(CountDownLatch busy) {
    busy.countDown();
    try {
      new Semaphore(0).acquire();
    } catch (InterruptedException shutDown) {
      Thread.currentThread().interrupt();
    }
  }

  private void assertRejected() {
    List<Throwable> told = NothingLeft.takeUndelivered();
    assertTrue(!told.isEmpty(), "RxJava tells of a task that is rejected");
    told.forEach(e -> assertInstanceOf(RejectedExecutionException.class, e.getCause()));
  }

  /** Takes every task and runs none, until it is shut down and takes none. */
  private static final class Dropping extends Scheduler {
    boolean isShutDown;
    int tasks;

    @Override
    public Worker createWorker() {
      return new Worker() {
        @Override
        public Disposable schedule(Runnable run, long delay, TimeUnit unit) {
          tasks++;
          return isShutDown ? Disposable.disposed() : Disposable.empty();
        }

        @Override
        public void dispose() {}

        @Override
        public boolean isDisposed() {
          return false;
        }
      };
    }

    @Override
    public Disposable scheduleDirect(Runnable run) {
      return createWorker().schedule(run, 0, SECONDS);
    }
  }

  private static final class Throwing implements Observer<Integer> {
    @Override
    public void onSubscribe(Disposable d) {}

    @Override
    public void onNext(Integer value) {}

    @Override
    public void onError(Throwable e) {
      throw new IllegalArgumentException("of the observer");
    }

    @Override
    public void onComplete() {}
  }
}
