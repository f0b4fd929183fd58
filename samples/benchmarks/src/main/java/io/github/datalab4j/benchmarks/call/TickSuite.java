package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.probe.Probes;
import io.github.datalab4j.benchmarks.report.MetricTable;
import io.github.datalab4j.benchmarks.report.Results;
import io.github.datalab4j.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** One poll, end to end. */
public final class TickSuite implements Suite {
  @Override
  public String name() {
    return "tick";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    List<Series> series =
        new ArrayList<>(
            new Probes(TickProbe.class, Ticks.PEERS, "-XX:+UseSerialGC").measure(11, smoke));
    series.addAll(
        new Probes(AllocationProbe.class, List.of(Peers.OURS, Ticks.BARE), AllocationProbe.JVM)
            .measure(3, smoke));
    return series;
  }

  @Override
  public String section(Results results) {
    return MetricTable.of(results, metrics(results, metric -> !isAllocation(metric)))
        + "\nWhat the bytes are for, by a profile of every allocation:\n\n"
        + allocations(results, metrics(results, TickSuite::isAllocation));
  }

  private static boolean isAllocation(String metric) {
    return metric.startsWith(AllocationProbe.METRIC);
  }

  private static List<String> metrics(Results results, Predicate<String> wanted) {
    return results.series().stream().map(Series::metric).distinct().filter(wanted).toList();
  }

  private static Table allocations(Results results, List<String> metrics) {
    Table table = new Table(List.of("bytes for", Peers.OURS, Ticks.BARE, "ours above it"));
    double oursInAll = 0;
    double bareInAll = 0;
    for (String metric : metrics) {
      double ours = results.get(metric, Map.of("peer", Peers.OURS)).median();
      double bare = results.get(metric, Map.of("peer", Ticks.BARE)).median();
      table.row(row(metric.substring(AllocationProbe.METRIC.length()), ours, bare));
      oursInAll += ours;
      bareInAll += bare;
    }
    return table.row(row("all", oursInAll, bareInAll));
  }

  private static List<String> row(String what, double ours, double bare) {
    return List.of(what, bytes(ours), bytes(bare), bytes(ours - bare));
  }

  private static String bytes(double value) {
    return String.format(Locale.ROOT, "%,d", Math.round(value));
  }
}
