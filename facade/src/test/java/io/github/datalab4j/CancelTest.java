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
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Leaving at every moment; {@link SubmitFaultsTest} has those of the body. */
class CancelTest {
  @RegisterExtension final Online online = new Online();

  @Test
  void leavingBeforeAnythingIsSentSendsNothing() {
    Datalab client = online.client(online.builder().requestBudget(new ClosedBudget()));
    GenerationJob job = online.job(client);

    job.result().test().dispose();

    assertEquals("GenerationJob{NEW}", job.toString());
    assertEquals(0, online.simulator().openConnections());
    assertTrue(online.simulator().requests(On.ANY).isEmpty());
  }

  @Test
  void leavingBetweenPollsAsksNeverAgain() throws Exception {
    TestScheduler time = new TestScheduler();
    String key = online.simulator().startJob(Online.PROCESSOR, Job.neverEnding());
    Datalab client = online.client(online.builder().timerScheduler(time));
    CountDownLatch answered = new CountDownLatch(1);
    Disposable watching =
        client
            .customProcessors()
            .job(key)
            .statuses()
            .subscribe(status -> answered.countDown(), error -> {});
    time.triggerActions();
    assertTrue(answered.await(30, TimeUnit.SECONDS));

    watching.dispose();
    time.advanceTimeBy(1, TimeUnit.DAYS);

    assertEquals(1, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void leavingInsideOfTheFirstItemOfEachViewStopsAll() throws Exception {
    online.simulator().everyJob(Job.neverEnding());
    GenerationJob job = online.job();

    Online.await(job.events().take(1));
    Online.await(job.token());
    Online.await(job.statuses().take(1));
    Online.await(job.events().ofType(JobEvent.Poll.class).take(1));

    assertEquals(1, online.simulator().iterations().size());
  }

  @Test
  void interruptedThreadThatBlocksLeavesAndSaysSo() throws Exception {
    online.simulator().fault(On.STATUS, Fault.stall().at(Phase.BEFORE_ANSWER));
    GenerationJob job = online.job();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread blocking =
        new Thread(
            () -> {
              try {
                job.result().ignoreElement().blockingAwait();
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            });
    blocking.start();
    ReceivedRequest poll = online.simulator().awaitRequest(On.STATUS, 30, TimeUnit.SECONDS);

    blocking.interrupt();
    blocking.join();

    assertInstanceOf(InterruptedException.class, thrown.get().getCause());
    assertTrue(poll.awaitClosedByClient(30, TimeUnit.SECONDS));
    online.simulator().release();
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
    GenerationJob job = online.job();
    AtomicInteger calls = new AtomicInteger();
    job.statuses().subscribe(new Throwing(calls));

    Online.await(job.result());
    Online.await(job.statuses());

    assertEquals(1, online.simulator().iterations().size());
    NothingLeft.takeUndelivered()
        .forEach(error -> assertTrue(error.toString().contains("observer's own"), error::toString));
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

    statuses.dispose();
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

  private static final class ClosedBudget implements RequestBudget {
    @Override
    public Completable acquire() {
      return Completable.never();
    }

    @Override
    public void throttled(long retryAfter, TimeUnit unit) {}
  }

  /** Throws whatever it is told. */
  private static final class Throwing implements Observer<ProcessorStatus> {
    private final AtomicInteger calls;

    Throwing(AtomicInteger calls) {
      this.calls = calls;
    }

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
      calls.incrementAndGet();
      throw new IllegalStateException("observer's own");
    }
  }
}
