package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.Datalab;
import io.github.datalab4j.PollPolicy;
import io.github.datalab4j.RequestBudget;
import java.util.concurrent.TimeUnit;

/** Polls by the loop that watches jobs. */
final class FacadeTicks implements Ticks {
  private final Datalab datalab;

  FacadeTicks(String url) {
    datalab = client(url);
  }

  static Datalab client(String url) {
    return Datalab.builder()
        .apiKey("benchmark")
        .baseUrl(url)
        .pollPolicy(PollPolicy.fixed(GAP_MILLIS, TimeUnit.MILLISECONDS))
        .requestBudget(RequestBudget.perMinute(1_000_000))
        .build();
  }

  @Override
  public void run(int polls) {
    datalab.customProcessors().job("key").statuses().take(polls).ignoreElements().blockingAwait();
  }
}
