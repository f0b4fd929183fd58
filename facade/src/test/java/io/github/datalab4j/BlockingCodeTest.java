package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Code of the user's own that blocks, where it should not, holds up nothing but itself. */
class BlockingCodeTest {
  private static final PollPolicy SHORT =
      PollPolicy.builder()
          .fixed(5, MILLISECONDS)
          .pollTimeout(20, MILLISECONDS)
          .deadline(100, MILLISECONDS)
          .failuresBorne(1000)
          .build();

  @RegisterExtension final Online online = new Online();

  private final CountDownLatch blocked = new CountDownLatch(1);
  private final Single<String> blocking = Single.fromCallable(this::block);

  @Test
  void pollThatBlocksEndsAtItsTimeoutAndTheWatchAtItsDeadline() {
    Online.failure(
        online.client().poll(blocking, answer -> true, SHORT), DeadlineExceededException.class);
  }

  @Test
  void pollThatBlocksHoldsUpNoJob() throws Exception {
    Datalab client = online.client();
    TestObserver<String> watch = client.poll(blocking, answer -> true, Online.FAST).test();
    assertTrue(blocked.await(30, SECONDS));

    Online.await(online.job(client).result());

    watch.assertEmpty().dispose();
  }

  @Test
  void answerOfAPolledCallComesWhereItsOperatorsMayBlock() {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());
    Datalab client = online.client();
    Single<String> call =
        client
            .api(AnyOperationTest.Operations.class)
            .status(key)
            .map(answer -> Thread.currentThread().getName());

    assertEquals(
        Collections.singletonList("datalab4j-user"),
        Online.await(client.poll(call, thread -> true, Online.FAST)));
  }

  @Test
  void closeEndsAPollThatBlocks() throws Exception {
    Datalab client = online.client();
    TestObserver<String> watch = client.poll(blocking, answer -> true, Online.FAST).test();
    assertTrue(blocked.await(30, SECONDS));

    client.close();

    Online.failure(watch, ClientClosedException.class);
  }

  @Test
  void budgetThatBlocksEndsTheWatchAtItsDeadline() {
    Datalab client = online.client(blockingBudget().pollPolicy(SHORT));

    Online.failure(
        client.customProcessors().job("k_1").statuses(), DeadlineExceededException.class);

    assertTrue(online.simulator().requests(On.ANY).isEmpty());
  }

  @Test
  void budgetThatBlocksEndsAQuestionAtItsDeadline() {
    Datalab client = online.client(blockingBudget().pollPolicy(SHORT));

    Online.failure(client.customProcessors().status("k_1"), DeadlineExceededException.class);
  }

  @Test
  void budgetThatBlocksEndsASubmissionAtItsTimeout() {
    Datalab client = online.client(blockingBudget().submitTimeout(100, MILLISECONDS));

    Online.failure(online.job(client).token(), NotSentException.class);
  }

  @Test
  void budgetThatBlocksWhenARequestIsOverHoldsUpNoJob() {
    CountDownLatch end = new CountDownLatch(1);
    assertJobEnds(
        new FixedBudget(Completable.complete()) {
          @Override
          public void release() {
            awaitUninterruptibly(end);
          }
        });
    end.countDown();
  }

  @Test
  void budgetThatBlocksWhenToldOf429HoldsUpNoJob() {
    CountDownLatch end = new CountDownLatch(1);
    online.simulator().fault(On.STATUS.call(1), Fault.status(429));
    assertJobEnds(
        new FixedBudget(Completable.complete()) {
          @Override
          public void throttled(long retryAfter, TimeUnit unit) {
            awaitUninterruptibly(end);
          }
        });
    end.countDown();
  }

  private void assertJobEnds(RequestBudget budget) {
    Online.await(online.job(online.client(online.builder().requestBudget(budget))).result());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Datalab.Builder blockingBudget() {
    return online.builder().requestBudget(new FixedBudget(Completable.fromCallable(this::block)));
  }

  private String block() throws InterruptedException {
    blocked.countDown();
    new Semaphore(0).acquire();
    return "never";
  }
}
