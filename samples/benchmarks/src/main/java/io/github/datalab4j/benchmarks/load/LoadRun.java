package io.github.datalab4j.benchmarks.load;

import io.github.datalab4j.benchmarks.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One plan, carried out by one peer. */
record LoadRun(LoadPeer peer, LoadPlan plan) {
  /** With the service and the client in processes of their own. */
  List<Series> forked() throws IOException {
    try (Fork service = new Fork(LoadServer.class, plan)) {
      String url = service.line();
      try (Fork client = new Fork(LoadClient.class, url, peer.name(), plan)) {
        client.line();
        service.start();
        long[] ends =
            Arrays.stream(service.line().split(" ", -1)).mapToLong(Long::parseLong).toArray();
        client.start();
        return series(ends, LoadOutcome.parse(client.line()));
      }
    }
  }

  private List<Series> series(long[] ends, LoadOutcome outcome) {
    long[] lengths = plan.lengths();
    int seen = 0;
    double late = 0;
    double share = 0;
    for (int job = 0; job < lengths.length; job++) {
      if (outcome.seenAt().get(job) > 0) {
        double millis = Math.max(0, outcome.seenAt().get(job) - ends[job]);
        seen++;
        late += millis;
        share += millis / lengths[job];
      }
    }
    List<Series> series = new ArrayList<>();
    if (seen > 0) {
      series.add(of("late", "s", late / 1000 / seen));
      series.add(of("late share", "%", 100 * share / seen));
    }
    series.add(of("given up", "jobs", lengths.length - seen));
    series.add(of("requests", "requests/job", (double) outcome.requests() / lengths.length));
    series.add(of("over the limit", "requests", outcome.refused()));
    series.add(of("cpu", "ms/job", outcome.cpuMillis()));
    series.add(of("heap", "B/job", outcome.heapBytes()));
    return series;
  }

  private Series of(String metric, String unit, double value) {
    return new Series(
        Map.of("peer", peer.text(), "limit", plan.limit()), metric, unit, List.of(value));
  }
}
