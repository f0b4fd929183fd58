package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A thousand jobs of five minutes by one client, against an account's limit of 200 a minute. */
class ThousandJobsTest {
  private static final int JOBS = 1000;
  private static final int LIMIT = 200;
  private static final long ROUND_TRIP_MILLIS = 150;
  private static final long LENGTH_SECONDS = 300;

  private final TestScheduler time = new TestScheduler();
  private final JobContext context =
      new JobContext(
          new MemoryBudget(LIMIT, time),
          time,
          Schedulers.trampoline(),
          new Random(1),
          ContainedListener.NONE,
          600_000);

  /** When each request arrived, in nanoseconds. */
  private final List<Long> requests = new ArrayList<>();

  private final int[] polls = new int[JOBS];

  @Test
  void limitIsNeverBrokenAndAllFinishInTheSameTurns() {
    TestObserver<GeneratedProcessor> all =
        Observable.range(0, JOBS).flatMapSingle(number -> job(number).result()).test();

    time.advanceTimeBy(1, HOURS);

    all.assertComplete().assertValueCount(JOBS);
    int most = MemoryBudgetPropertiesTest.mostInAnyMinute(requests);
    assertTrue(most <= LIMIT, "in one minute: " + most);
    assertTrue(most > LIMIT * 9 / 10, "the limit is used: " + most);
    int fewest = JOBS;
    int mostPolls = 0;
    for (int each : polls) {
      fewest = Math.min(fewest, each);
      mostPolls = Math.max(mostPolls, each);
    }
    assertTrue(mostPolls - fewest <= 1, fewest + " to " + mostPolls + " polls");
    long minutes = NANOSECONDS.toMinutes(requests.get(requests.size() - 1));
    assertTrue(minutes <= requests.size() / 180, requests.size() + " requests, " + minutes);
  }

  private GenerationJob job(int number) {
    long[] acceptedAt = {0};
    Submission.Sender sender =
        watch ->
            request()
                .map(
                    now -> {
                      assertTrue(watch.mayComplete());
                      acceptedAt[0] = now;
                      return SubmitOutcome.accepted(JobFixture.TOKEN);
                    });
    Single<PollAnswer<ProcessorStatus>> poll =
        request()
            .map(
                now -> {
                  polls[number]++;
                  boolean done = now - acceptedAt[0] >= SECONDS.toNanos(LENGTH_SECONDS);
                  return PollAnswer.value(done ? Statuses.COMPLETED : Statuses.PROCESSING, 0);
                });
    Submission submission =
        new Submission("cp_1", sender, token -> Completable.complete(), context);
    return GenerationJob.submitting(
        submission,
        token -> new JobWatch(token, poll, PollPolicy.proportional(), context),
        context.callbacks);
  }

  /** The time at which one request arrives, half a round trip before its answer. */
  private Single<Long> request() {
    return Single.timer(ROUND_TRIP_MILLIS / 2, MILLISECONDS, time)
        .map(
            zero -> {
              requests.add(time.now(NANOSECONDS));
              return time.now(NANOSECONDS);
            })
        .delay(ROUND_TRIP_MILLIS / 2, MILLISECONDS, time);
  }
}
