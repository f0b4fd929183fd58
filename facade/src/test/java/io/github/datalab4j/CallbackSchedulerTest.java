package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signals arrive, whatever becomes of the scheduler that they arrive on. */
class CallbackSchedulerTest {
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
        .observeOn(new CallbackScheduler(dead), true)
        .test()
        .awaitDone(10, SECONDS)
        .assertResult(1, 2, 3);
    assertRejected();
  }

  @ParameterizedTest
  @MethodSource("deadSchedulers")
  void singleEndsThoughTheSchedulerWasShutDown(Scheduler dead) {
    Single.just(1)
        .observeOn(new CallbackScheduler(dead))
        .test()
        .awaitDone(10, SECONDS)
        .assertResult(1);
    assertRejected();
  }

  @Test
  void observableThatIsUnderWayEndsToo() {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    PublishSubject<Integer> source = PublishSubject.create();
    TestObserver<Integer> observer =
        source.observeOn(new CallbackScheduler(Schedulers.from(executor))).test();
    source.onNext(1);
    observer.awaitCount(1);
    executor.shutdown();

    source.onNext(2);
    source.onComplete();

    observer.awaitDone(10, SECONDS).assertResult(1, 2);
    assertRejected();
  }

  @Test
  void nothingArrivesAfterDispose() {
    TestScheduler users = new TestScheduler();
    PublishSubject<Integer> source = PublishSubject.create();
    TestObserver<Integer> observer = source.observeOn(new CallbackScheduler(users)).test();
    source.onNext(1);

    observer.dispose();
    users.triggerActions();

    observer.assertEmpty();
  }

  @Test
  void observerThatThrowsOnASchedulerThatRunsAtOnceHarmsNoOther() {
    PublishSubject<Integer> source = PublishSubject.create();
    Scheduler atOnce = new CallbackScheduler(Schedulers.from(Runnable::run));
    source.observeOn(atOnce).subscribe(new Throwing());
    TestObserver<Integer> other = source.observeOn(atOnce).test();

    source.onError(new IllegalStateException("of the source"));

    other.assertError(IllegalStateException.class);
    assertEquals("of the observer", NothingLeft.takeUndelivered().get(0).getMessage());
  }

  @Test
  void disposedWorkerTakesNothing() {
    Scheduler.Worker worker = new CallbackScheduler(Schedulers.trampoline()).createWorker();
    worker.dispose();

    Disposable task =
        worker.schedule(
            () -> {
              throw new AssertionError();
            });

    assertTrue(task.isDisposed() && worker.isDisposed());
  }

  private void assertRejected() {
    List<Throwable> told = NothingLeft.takeUndelivered();
    assertTrue(!told.isEmpty(), "RxJava tells of a task that is rejected");
    told.forEach(e -> assertInstanceOf(RejectedExecutionException.class, e.getCause()));
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
