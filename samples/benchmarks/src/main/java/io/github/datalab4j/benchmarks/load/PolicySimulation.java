package io.github.datalab4j.benchmarks.load;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.PollPolicy;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays a policy by the real loop in virtual time, against a service that answers after 150 ms and
 * looks at the job half-way. The jobs' lengths are spread evenly over 5 % to either side, so that
 * no policy wins by the luck of its step. All chance comes from fixed seeds.
 */
final class PolicySimulation {
  static final long ROUND_TRIP_MILLIS = 150;

  private final TestScheduler time = new TestScheduler();
  private final Datalab datalab =
      Datalab.builder()
          .apiKey("test-key")
          .timerScheduler(time)
          .callbackScheduler(Schedulers.trampoline())
          .requestBudget(new NoBudget())
          .build();
  private int polls;

  private PolicySimulation() {}

  /** The means over so many jobs of about that length; each has its seed, from the first one on. */
  static PolicyOutcome of(SimulatedPolicy policy, long jobSeconds, int jobs, int firstSeed) {
    PolicySimulation simulation = new PolicySimulation();
    long late = 0;
    for (int job = 0; job < jobs; job++) {
      long length = Math.round(jobSeconds * 1000 * (0.95 + 0.1 * (job + 0.5) / jobs));
      late += simulation.lateMillis(policy.of(new Random(firstSeed + job)), length);
    }
    simulation.datalab.close();
    return new PolicyOutcome((double) simulation.polls / jobs, late / 1000.0 / jobs);
  }

  private long lateMillis(PollPolicy policy, long length) {
    long end = time.now(MILLISECONDS) + length;
    AtomicLong seen = new AtomicLong();
    Disposable unused =
        datalab
            .poll(poll(end), done -> done, policy.toBuilder().deadline(24, HOURS).build())
            .ignoreElements()
            .subscribe(() -> seen.set(time.now(MILLISECONDS)), Ends::failed);
    time.advanceTimeBy(24, HOURS);
    return seen.get() - end;
  }

  private Single<Boolean> poll(long end) {
    return Single.timer(ROUND_TRIP_MILLIS / 2, MILLISECONDS, time)
        .map(
            tick -> {
              polls++;
              return time.now(MILLISECONDS) >= end;
            })
        .delay(ROUND_TRIP_MILLIS / 2, MILLISECONDS, time);
  }
}
