package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import io.github.datalab4j.simulator.ReceivedRequest;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Leaving at every moment; {@link SubmitFaultsTest} has those of the body. */
class CancelTest {
  @RegisterExtension final Online online = new Online();

  /** Virtual, so that no timeout of a poll does what leaving ought to do. */
  private final TestScheduler time = new TestScheduler();

  /** Permits that were taken: one a request. */
  private final AtomicInteger taken = new AtomicInteger();

  /** Those of them whose request is under way. */
  private final AtomicInteger held = new AtomicInteger();

  @AfterEach
  void release() {
    online.simulator().release();
  }

  @Test
  void leavingBeforeAnythingIsSentSendsNothing() {
    RequestBudget closed = new FixedBudget(Completable.never());
    Datalab client = online.client(online.builder().requestBudget(closed));
    GenerationJob job = online.job(client);

    job.result().test().dispose();

    assertEquals("GenerationJob{NEW}", job.toString());
    assertEquals(0, online.simulator().openConnections());
    assertTrue(online.simulator().requests(On.ANY).isEmpty());
  }

  @Test
  void leavingBetweenPollsAsksNeverAgain() throws Exception {
    TestObserver<ProcessorStatus> statuses = afterTheFirst(runningJob().statuses());

    statuses.dispose();

    assertNothingFollows();
    assertEquals(1, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void leavingDuringAPollClosesTheSocketAndNothingFollows() throws Exception {
    online.simulator().fault(On.STATUS, Fault.stall().at(Phase.BEFORE_ANSWER));
    TestObserver<ProcessorStatus> statuses = runningJob().statuses().test();
    time.triggerActions();
    ReceivedRequest poll = online.simulator().awaitRequest(On.STATUS, 30, TimeUnit.SECONDS);

    statuses.dispose();

    assertClosedAndNothingFollows(poll);
  }

  @Test
  void leavingInsideOnNextStopsThePolls() throws Exception {
    TestObserver<ProcessorStatus> two = afterTheFirst(runningJob().statuses().take(2));

    time.advanceTimeBy(5, TimeUnit.MILLISECONDS);

    two.awaitDone(30, TimeUnit.SECONDS).assertComplete().assertValueCount(2);
    assertNothingFollows();
    assertEquals(2, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void leavingInsideOfTheFirstItemOfEachViewStopsAll() throws Exception {
    online.simulator().everyJob(Job.neverEnding());
    GenerationJob job = online.job(client());

    Online.await(job.events().take(1));
    leaveInsideOfTheFirst(job.token().toObservable());
    leaveInsideOfTheFirst(job.statuses());
    leaveInsideOfTheFirst(job.events().ofType(JobEvent.Poll.class));

    assertEquals(1, online.simulator().iterations().size());
    assertEquals(2, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void interruptedThreadThatBlocksLeavesAndSaysSo() throws Exception {
    online.simulator().fault(On.STATUS, Fault.stall().at(Phase.BEFORE_ANSWER));
    Completable result = runningJob().result().ignoreElement();
    Completable firstPoll = Completable.fromAction(time::triggerActions);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread blocking =
        new Thread(
            () -> {
              try {
                result.mergeWith(firstPoll).blockingAwait();
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            });
    blocking.start();
    ReceivedRequest poll = online.simulator().awaitRequest(On.STATUS, 30, TimeUnit.SECONDS);

    blocking.interrupt();
    blocking.join();

    assertInstanceOf(InterruptedException.class, thrown.get().getCause());
    assertClosedAndNothingFollows(poll);
  }

  @Test
  void interruptedThreadCanStillSubscribe() {
    GenerationJob job = online.job();
    TestObserver<GeneratedProcessor> result;
    Thread.currentThread().interrupt();
    try {
      result = job.result().test();
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is not swallowed");
    }

    result.awaitDone(30, TimeUnit.SECONDS).assertComplete();
  }

  /** By RxJava's rules the error is the observer's own; nobody else feels it. */
  @Test
  void observerThatThrowsInEveryCallHarmsNoOther() {
    online.simulator().nextJob(Job.completing().after(3));
    // One thread for all: what it throws comes before what the others are told.
    Datalab client = online.client(online.builder().callbackScheduler(Schedulers.single()));
    GenerationJob job = online.job(client);
    job.statuses().subscribe(new Throwing());

    Online.await(job.result());
    Online.await(job.statuses());

    assertEquals(1, online.simulator().iterations().size());
    List<Throwable> undelivered = NothingLeft.takeUndelivered();
    assertEquals(1, undelivered.size(), undelivered::toString);
    assertTrue(undelivered.get(0).toString().contains("observer's own"), undelivered::toString);
  }

  @Test
  void callbackSchedulerThatWasShutDownHoldsNothingBack() throws Exception {
    online.simulator().everyJob(Job.neverEnding());
    ExecutorService callbacks = Executors.newSingleThreadExecutor();
    Datalab client = online.client(online.builder().callbackScheduler(Schedulers.from(callbacks)));
    TestObserver<ProcessorStatus> statuses = online.job(client).statuses().test();
    online.simulator().awaitRequest(On.STATUS.call(2), 30, TimeUnit.SECONDS);

    callbacks.shutdown();
    online.simulator().awaitRequest(On.STATUS.call(4), 30, TimeUnit.SECONDS);
    client.close();

    Online.failure(statuses, ClientClosedException.class);
    NothingLeft.takeUndelivered()
        .forEach(
            error ->
                assertTrue(
                    error.toString().contains("RejectedExecutionException"), error::toString));
  }

  @Test
  void closingInsideOfAnItemEndsTheStreamWithTheToken() {
    online.simulator().everyJob(Job.neverEnding());
    Datalab client = online.client();

    ClientClosedException error =
        Online.failure(
            online.job(client).statuses().doOnNext(status -> client.close()),
            ClientClosedException.class);

    assertEquals(SubmissionState.ACCEPTED, error.submission());
    assertTrue(error.token() != null);
  }

  private GenerationJob runningJob() {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.neverEnding());
    return client().customProcessors().job(key);
  }

  private Datalab client() {
    Completable permit =
        Completable.fromAction(
            () -> {
              taken.incrementAndGet();
              held.incrementAndGet();
            });
    RequestBudget budget =
        new FixedBudget(permit) {
          @Override
          public void release() {
            held.decrementAndGet();
          }
        };
    return online.client(online.builder().timerScheduler(time).requestBudget(budget));
  }

  /** Returns when an item is there; by then the wait for the next poll is set. */
  private <T> TestObserver<T> afterTheFirst(Observable<T> items) throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    TestObserver<T> observer = items.doOnNext(item -> first.countDown()).test();
    time.triggerActions();
    assertTrue(first.await(30, TimeUnit.SECONDS));
    return observer;
  }

  private void leaveInsideOfTheFirst(Observable<?> items) throws InterruptedException {
    afterTheFirst(items.take(1)).awaitDone(30, TimeUnit.SECONDS).assertComplete();
    assertNothingFollows();
  }

  private void assertNothingFollows() {
    int before = taken.get();
    time.advanceTimeBy(1, TimeUnit.DAYS);
    assertEquals(before, taken.get(), "permits taken");
  }

  /** No time has passed: it is leaving that closes the socket. */
  private void assertClosedAndNothingFollows(ReceivedRequest poll) throws InterruptedException {
    assertEquals(0, held.get(), "permits held");
    assertTrue(poll.awaitClosedByClient(30, TimeUnit.SECONDS));
    assertNothingFollows();
    assertEquals(1, online.simulator().requests(On.STATUS).size());
  }

  /** Throws whatever it is told. */
  private static final class Throwing implements Observer<ProcessorStatus> {
    @Override
    public void onSubscribe(Disposable upstream) {}

    @Override
    public void onNext(ProcessorStatus status) {
      fail();
    }

    @Override
    public void onError(Throwable error) {
      fail();
    }

    @Override
    public void onComplete() {
      fail();
    }

    private void fail() {
      throw new IllegalStateException("observer's own");
    }
  }
}
