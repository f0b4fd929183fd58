package io.github.datalab4j.scale;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.Datalab;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.RequestBudget;
import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.rule.Traffic;
import io.github.datalab4j.rule.WatchedListener;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.RateLimit;
import io.reactivex.rxjava3.core.Observable;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many jobs by one client, over real HTTP, against a service that counts the requests of each
 * minute. {@code -Ddatalab4j.jobs=1000 -Ddatalab4j.perMinute=200 -Ddatalab4j.seconds=5} are the
 * defaults, which take more than ten minutes.
 */
class ThousandJobsIT {
  private static final int JOBS = Integer.getInteger("datalab4j.jobs", 1000);
  private static final int LIMIT = Integer.getInteger("datalab4j.perMinute", 200);
  private static final int LENGTH_SECONDS = Integer.getInteger("datalab4j.seconds", 5);

  private final Traffic traffic = new Traffic();
  private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
  private final AtomicInteger mostThreads = new AtomicInteger();

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void limitIsNeverBrokenAllFinishAndWaitingCostsNoThread() throws Exception {
    int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
    long start = System.nanoTime();
    long done;
    try (DatalabSimulator datalab =
            DatalabSimulator.builder()
                .apiKey(Canary.KEY)
                .processor("cp_1")
                .rateLimit(RateLimit.perMinute(LIMIT))
                .start();
        Datalab client = client(datalab)) {
      datalab.everyJob(Job.completing().after(LENGTH_SECONDS, SECONDS));
      done = all(client.customProcessors());
      traffic.assertAllReleased();
      traffic.assertKeyWentOnlyTo(datalab.port());
    }
    long seconds = NANOSECONDS.toSeconds(System.nanoTime() - start);

    int requests = answers.values().stream().mapToInt(AtomicInteger::get).sum();
    System.out.printf(
        "%d of %d jobs, limit %d a minute: %d requests in %d s (%d a minute), answers %s,"
            + " threads %d before and %d at most%n",
        done,
        JOBS,
        LIMIT,
        requests,
        seconds,
        requests * 60L / seconds,
        answers,
        threadsBefore,
        mostThreads.get());
    assertEquals(JOBS, done);
    assertEquals(1, answers.size(), answers::toString); // all 200: no 429 among them
    // The calls of the dispatchers, the timer and RxJava's own; not one for each job that waits.
    assertTrue(mostThreads.get() < threadsBefore + 150, mostThreads::toString);
  }

  private static long all(CustomProcessors processors) {
    return Observable.range(0, JOBS)
        .flatMapSingle(
            number -> processors.iterate("cp_1", Iteration.builder("r " + number).build()).result())
        .count()
        .blockingGet();
  }

  private Datalab client(DatalabSimulator datalab) {
    Interceptor counting =
        chain -> {
          Response response = chain.proceed(chain.request());
          answers.computeIfAbsent(response.code(), code -> new AtomicInteger()).incrementAndGet();
          int threads = ManagementFactory.getThreadMXBean().getThreadCount();
          mostThreads.accumulateAndGet(threads, Math::max);
          return response;
        };
    return Datalab.builder()
        .apiKey(Canary.KEY)
        .baseUrl(datalab.url())
        .requestBudget(RequestBudget.perMinute(LIMIT))
        .pollPolicy(PollPolicy.proportional())
        .submitTimeout(60, TimeUnit.MINUTES)
        .eventListener(new WatchedListener())
        .configureOkHttp(http -> traffic.watch(http).addInterceptor(counting))
        .build();
  }
}
