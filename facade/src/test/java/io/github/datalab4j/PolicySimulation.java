package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays a policy by the real loop in virtual time, against a service that answers after 150 ms and
 * looks at the job half-way. The jobs' lengths are spread evenly over 5 % to either side, so that
 * no policy wins by the luck of its step. All chance comes from fixed seeds.
 */
final class PolicySimulation {
  static final long ROUND_TRIP_MILLIS = 150;

  /** The means over all jobs. */
  final double polls;

  final double lateSeconds;

  private PolicySimulation(double polls, double lateSeconds) {
    this.polls = polls;
    this.lateSeconds = lateSeconds;
  }

  static PolicySimulation of(PollPolicy policy, long jobSeconds, int jobs) {
    long polls = 0;
    long late = 0;
    for (int i = 0; i < jobs; i++) {
      long length = Math.round(jobSeconds * 1000 * (0.95 + 0.1 * (i + 0.5) / jobs));
      Run run = new Run(policy.toBuilder().deadline(24, HOURS).build(), length, i);
      polls += run.polls;
      late += run.lateMillis;
    }
    return new PolicySimulation((double) polls / jobs, late / 1000.0 / jobs);
  }

  /** One cell of the report. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%6.1f polls %5.2f s late", polls, lateSeconds);
  }

  private static final class Run implements RequestBudget {
    private final TestScheduler time = new TestScheduler();
    private final long length;
    private final long lateMillis;
    private int polls;

    Run(PollPolicy policy, long length, long seed) {
      this.length = length;
      PollLoop<Boolean> loop =
          new PollLoop<>(
              permit -> poll(), done -> done, policy, this, time, new Random(seed), new NoErrors());
      AtomicLong seen = new AtomicLong();
      loop.values()
          .doOnComplete(() -> seen.set(time.now(MILLISECONDS)))
          .subscribe(new TestObserver<>());
      time.advanceTimeBy(24, HOURS);
      lateMillis = seen.get() - length;
    }

    private Single<PollAnswer<Boolean>> poll() {
      polls++;
      return Single.timer(ROUND_TRIP_MILLIS / 2, MILLISECONDS, time)
          .map(tick -> PollAnswer.value(time.now(MILLISECONDS) >= length, 0))
          .delay(ROUND_TRIP_MILLIS / 2, MILLISECONDS, time);
    }

    @Override
    public Completable acquire() {
      return Completable.complete();
    }

    @Override
    public void throttled(long retryAfter, TimeUnit unit) {}
  }

  private static final class NoErrors implements PollErrors<Boolean> {
    @Override
    public Throwable deadlineExceeded(Boolean last, Throwable lastBad) {
      return new AssertionError("deadline");
    }

    @Override
    public Throwable tooManyFailures(int inARow, Throwable lastBad, Boolean last) {
      return new AssertionError(lastBad);
    }

    @Override
    public Throwable retryAfterBeyondDeadline(long retryAfterMillis, Boolean last) {
      return new AssertionError("Retry-After");
    }

    @Override
    public Throwable closed() {
      return new AssertionError("closed");
    }
  }
}
