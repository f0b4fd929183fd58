package io.github.datalab4j.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.RequestBudget;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of docs/polling.md. */
class PollingPageTest {
  @RegisterExtension final Loopback loopback = new Loopback();

  @Test
  void policies() {
    String key = Loopback.KEY;
    // region policies
    PollPolicy policy =
        PollPolicy.builder()
            .exponential(1, TimeUnit.SECONDS)
            .deadline(2, TimeUnit.HOURS)
            .failuresBorne(20)
            .build();
    Datalab datalab = Datalab.builder().apiKey(key).pollPolicy(policy).build();
    // endregion
    assertEquals(2, policy.deadline(TimeUnit.HOURS));
    datalab.close();
  }

  @Test
  void policyOfOneJob() {
    loopback.simulator.nextJob(Job.completing().after(0));
    Datalab datalab = loopback.datalab;
    Iteration iteration = Iteration.builder("Keep footnotes with their tables").build();
    // region one
    String id =
        datalab
            .customProcessors()
            .withPollPolicy(PollPolicy.fixed(2, TimeUnit.SECONDS))
            .iterate("cp_12345", iteration)
            .result()
            .blockingGet()
            .processorId();
    // endregion
    assertEquals("cp_12345", id);
  }

  @Test
  void budgets() {
    loopback.simulator.nextJob(Job.completing().after(0));
    String key = Loopback.KEY;
    String url = loopback.simulator.url();
    // region budget
    Datalab datalab =
        Datalab.builder()
            .apiKey(key)
            .baseUrl(url)
            .requestBudget(RequestBudget.perMinute(400)) // what the account's plan allows
            .build();
    // endregion
    assertEquals("cp_12345", run(datalab));
  }

  // region own
  /** Permits from a store that all machines share. */
  static final class SharedBudget implements RequestBudget {
    private final Semaphore store; // stands for a database or Redis

    SharedBudget(Semaphore store) {
      this.store = store;
    }

    @Override
    public Completable acquire() {
      return Observable.interval(0, 100, TimeUnit.MILLISECONDS) // holds no thread between
          .filter(tick -> store.tryAcquire())
          .firstOrError()
          .ignoreElement();
    }

    @Override
    public void throttled(long retryAfter, TimeUnit unit) {
      // the service answered 429: tell the store to give nothing for that long
    }
  }

  // endregion

  @Test
  void ownBudget() {
    Semaphore store = new Semaphore(10);

    assertEquals(
        "cp_12345", run(loopback.builder().requestBudget(new SharedBudget(store)).build()));

    assertEquals(10 - loopback.simulator.requests(On.ANY).size(), store.availablePermits());
  }

  private static String run(Datalab datalab) {
    Iteration iteration = Iteration.builder("Keep footnotes with their tables").build();
    try {
      return datalab
          .customProcessors()
          .iterate("cp_12345", iteration)
          .result()
          .blockingGet()
          .processorId();
    } finally {
      datalab.close();
    }
  }
}
