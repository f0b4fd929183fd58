package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A user's timer that is shut down, in the middle or from the start, hangs no stream. */
class DeadTimerTest {
  @RegisterExtension final Online online = new Online();

  private final ExecutorService executor = Executors.newSingleThreadScheduledExecutor();

  @Test
  void submitTimeoutFiresThoughTheTimerWasShutDown() throws Exception {
    online.simulator().fault(On.ITERATE, Fault.stall().at(Phase.BEFORE_ANSWER));
    GenerationJob job =
        online.job(
            online.client(
                online
                    .builder()
                    .timerScheduler(Schedulers.from(executor))
                    .submitTimeout(2, SECONDS)));
    TestObserver<GeneratedProcessor> result = job.result().test();
    online.simulator().awaitRequest(On.ITERATE, 30, SECONDS).awaitBodyBytes(100, 30, SECONDS);

    executor.shutdownNow();

    Online.failure(result, SubmissionUnknownException.class);
    online.simulator().release();
  }

  @Test
  void watchGoesOnThoughItsWaitWasDropped() throws Exception {
    online.simulator().nextJob(Job.completing().after(2));
    GenerationJob job =
        online.job(
            online.client(
                online
                    .builder()
                    .pollPolicy(PollPolicy.fixed(1, SECONDS))
                    .timerScheduler(Schedulers.from(executor))));
    TestObserver<GeneratedProcessor> result = job.result().test();
    online.simulator().awaitRequest(On.STATUS.call(1), 30, SECONDS).awaitAnswered(30, SECONDS);

    executor.shutdownNow();

    result.awaitDone(30, SECONDS).assertComplete();
    assertRejected();
  }

  @Test
  void callEndsThoughTheTimerWasShutDown() throws Exception {
    online.simulator().fault(On.STATUS, Fault.stall());
    Datalab client =
        online.client(
            online
                .builder()
                .pollPolicy(
                    PollPolicy.builder().pollTimeout(1, SECONDS).deadline(1, SECONDS).build())
                .timerScheduler(Schedulers.from(executor)));
    TestObserver<ProcessorStatus> status = client.customProcessors().status("k_1").test();
    online.simulator().awaitRequest(On.STATUS, 30, SECONDS);

    executor.shutdownNow();

    Online.failure(status, ServiceUnavailableException.class);
    online.simulator().release();
  }

  @Test
  void jobEndsThoughTheTimerWasShutDownBeforeIt() {
    executor.shutdownNow();
    Datalab client = online.client(online.builder().timerScheduler(Schedulers.from(executor)));

    Online.await(online.job(client).result());

    assertRejected();
  }

  /**
   * RxJava itself tells of a task that an executor rejects; after that it is not asked again, but
   * by the thread that was just about to.
   */
  private static void assertRejected() {
    List<Throwable> undeliverable = NothingLeft.takeUndelivered();
    assertTrue(undeliverable.size() == 1 || undeliverable.size() == 2, undeliverable::toString);
    for (Throwable told : undeliverable) {
      assertInstanceOf(RejectedExecutionException.class, told.getCause());
    }
  }
}
