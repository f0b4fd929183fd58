package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Observers that are slow, or throw, beside others. */
class SlowObserverTest {
  @RegisterExtension final Online online = new Online();
  private final ExecutorService threads = Executors.newSingleThreadExecutor();

  @AfterEach
  void shutDown() {
    threads.shutdown();
  }

  @Test
  void slowObserverDelaysNobody() {
    online.simulator().nextJob(Job.completing().after(5));
    GenerationJob job =
        online.job(online.client(online.builder().callbackScheduler(Schedulers.io())));
    CountDownLatch slow = new CountDownLatch(1);
    TestObserver<ProcessorStatus> held =
        job.statuses().doOnNext(status -> assertTrue(slow.await(30, TimeUnit.SECONDS))).test();

    Online.await(job.result());

    held.assertNotComplete();
    slow.countDown();
    held.awaitDone(30, TimeUnit.SECONDS).assertComplete();
    assertEquals(6, held.values().size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void observersThatBlockEveryCallbackThreadDelayNoPoll(boolean ownBudget) throws Exception {
    online.simulator().nextJob(Job.neverEnding());
    Datalab.Builder builder = online.builder();
    if (ownBudget) {
      builder.requestBudget(RequestBudget.perMinute(600));
    }
    GenerationJob job = online.job(online.client(builder));
    CountDownLatch slow = new CountDownLatch(1);
    List<TestObserver<ProcessorStatus>> held = new ArrayList<>();
    for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
      held.add(
          job.statuses().doOnNext(status -> assertTrue(slow.await(30, TimeUnit.SECONDS))).test());
    }

    online.simulator().awaitRequest(On.STATUS.call(40), 30, TimeUnit.SECONDS);

    held.forEach(TestObserver::dispose);
    slow.countDown();
  }

  @Test
  void observerThatBlocksTheOnlyCallbackThreadDelaysNoPollOfAnyOperation() throws Exception {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.neverEnding());
    Scheduler only = Schedulers.from(threads);
    Datalab client = online.client(online.builder().callbackScheduler(only));
    CountDownLatch slow = new CountDownLatch(1);
    TestObserver<?> held =
        client
            .poll(
                client.api(AnyOperationTest.Operations.class).status(key),
                answer -> false,
                Online.FAST)
            .doOnNext(answer -> assertTrue(slow.await(30, TimeUnit.SECONDS)))
            .test();

    online.simulator().awaitRequest(On.STATUS.call(40), 30, TimeUnit.SECONDS);

    held.dispose();
    slow.countDown();
  }

  @Test
  void nothingArrivesOnAThreadOfTheHttpClient() {
    online.simulator().nextJob(Job.completing().after(2));
    Set<String> threads = ConcurrentHashMap.newKeySet();

    Online.await(
        online.job().events().doOnNext(event -> threads.add(Thread.currentThread().getName())));

    assertFalse(threads.isEmpty());
    threads.forEach(name -> assertTrue(name.startsWith("RxComputation"), name));
  }

  @Test
  void observerThatThrowsHarmsNoOther() {
    online.simulator().nextJob(Job.completing().after(3));
    GenerationJob job = online.job();
    TestObserver<ProcessorStatus> broken =
        job.statuses()
            .doOnNext(
                status -> {
                  throw new IllegalStateException("observer's own");
                })
            .test();

    Online.await(job.result());

    broken.awaitDone(30, TimeUnit.SECONDS).assertError(IllegalStateException.class);
  }
}
