package io.github.datalab4j.benchmarks.load;

import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.RateLimit;
import io.github.datalab4j.simulator.SimulatorBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The service of a load run, which starts all jobs at once, as if they had just been submitted. */
final class LoadServer implements AutoCloseable {
  private final DatalabSimulator datalab;

  /** Answers so many requests a minute, or all for 0. */
  LoadServer(int perMinute) {
    SimulatorBuilder builder = DatalabSimulator.builder().anyProcessor().keepRequests(1);
    if (perMinute > 0) {
      builder.rateLimit(RateLimit.perMinute(perMinute).withoutRetryAfter());
    }
    datalab = builder.start();
  }

  /**
   * In a process of its own, that ends when its input does. Its first line is its address. When it
   * is told to start, its second line is when each job ends.
   */
  public static void main(String[] arguments) throws IOException {
    LoadPlan plan = LoadPlan.parse(arguments[0]);
    try (LoadServer server = new LoadServer(plan.perMinute())) {
      System.out.println(server.url());
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      if (input.readLine() != null) {
        System.out.println(
            Arrays.stream(server.start(plan.lengths()))
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" ")));
        while (input.readLine() != null) {}
      }
    }
  }

  String url() {
    return datalab.url();
  }

  /** Starts jobs of these lengths; returns when each ends, in milliseconds of the wall clock. */
  long[] start(long[] lengths) {
    long[] ends = new long[lengths.length];
    for (int job = 0; job < lengths.length; job++) {
      Job script = Job.completing().lookupKey("job-" + job).afterMillis(lengths[job]);
      datalab.startJob("cp_12345", script);
      ends[job] = Clock.systemUTC().millis() + lengths[job];
    }
    return ends;
  }

  @Override
  public void close() {
    datalab.close();
  }
}
