package io.github.datalab4j.benchmarks.load;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.report.Numbers;
import io.github.datalab4j.benchmarks.report.Results;
import io.github.datalab4j.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What jobs cost that wait between two polls. */
public final class PendingSuite implements Suite {
  private static final int FORKS = 3;
  private static final int MOST = 100_000;

  @Override
  public String name() {
    return "pending";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    List<Series> series = new ArrayList<>();
    for (int jobs : smoke ? new int[] {MOST / 1_000} : new int[] {1_000, 10_000, MOST}) {
      for (PendingJobs.Way way : PendingJobs.Way.values()) {
        Map<String, String> of = Map.of("peer", text(way), "jobs", String.valueOf(jobs));
        List<Double> bytes = new ArrayList<>();
        for (int fork = 0; fork < (smoke ? 1 : FORKS); fork++) {
          boolean settled = !smoke && fork == 0;
          PendingCost cost = forked(way, jobs, settled);
          bytes.add(cost.bytes());
          if (fork == 0) {
            series.add(new Series(of, "threads", "threads", List.of(cost.threads())));
          }
        }
        series.add(new Series(of, "bytes", "B/job", bytes));
      }
    }
    return series;
  }

  private static PendingCost forked(PendingJobs.Way way, int jobs, boolean settled)
      throws IOException {
    try (Fork fork = new Fork(PendingJobs.class, way, jobs, settled)) {
      return PendingCost.parse(fork.line());
    }
  }

  @Override
  public String section(Results results) {
    List<String> heads = new ArrayList<>(List.of("waiting jobs"));
    heads.addAll(results.values("peer"));
    Table bytes = new Table(heads);
    Table threads = new Table(heads);
    List<String> counts = results.values("jobs");
    counts.forEach(jobs -> bytes.row(row(results, "bytes", jobs)));
    counts.forEach(jobs -> threads.row(row(results, "threads", jobs)));
    return "Live bytes a job:\n\n"
        + bytes
        + "\nThreads, of all jobs together, in one JVM, once those that OkHttp needed for the first"
        + " polls have ended:\n\n"
        + threads;
  }

  private static List<String> row(Results results, String metric, String jobs) {
    List<String> row = new ArrayList<>();
    row.add(String.format(Locale.ROOT, "%,d", Integer.parseInt(jobs)));
    for (String peer : results.values("peer")) {
      row.add(Numbers.withSpread(results.get(metric, Map.of("peer", peer, "jobs", jobs))));
    }
    return row;
  }

  private static String text(PendingJobs.Way way) {
    return way.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
