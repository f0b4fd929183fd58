package io.github.datalab4j.benchmarks.report;

import io.github.datalab4j.benchmarks.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A table with a row for each metric and a column for each peer. */
public final class MetricTable {
  private MetricTable() {}

  /** Of all metrics that were measured, and how many times the others' ours, the first, are. */
  public static Table of(Results results) {
    return of(results, metrics(results));
  }

  /** The same of these metrics, which were measured of the same peers. */
  public static Table of(Results results, List<String> metrics) {
    List<String> peers = peers(results, metrics.get(0));
    List<String> others = peers.subList(1, peers.size());
    List<String> heads = new ArrayList<>();
    heads.add("");
    heads.addAll(peers);
    others.forEach(other -> heads.add("ours / " + other));
    Table table = new Table(heads);
    metrics.forEach(metric -> table.row(cells(results, metric, peers, others)));
    return table;
  }

  private static List<String> metrics(Results results) {
    return results.series().stream().map(Series::metric).distinct().toList();
  }

  private static List<String> peers(Results results, String metric) {
    return results.series().stream()
        .filter(series -> series.metric().equals(metric))
        .map(series -> String.valueOf(series.of().get("peer")))
        .toList();
  }

  private static List<String> cells(
      Results results, String metric, List<String> peers, List<String> others) {
    List<Series> row = peers.stream().map(peer -> series(results, metric, peer)).toList();
    List<String> cells = new ArrayList<>();
    String unit = row.get(0).unit();
    cells.add(unit.isEmpty() ? metric : metric + ", " + unit);
    row.forEach(series -> cells.add(Numbers.withSpread(series)));
    others.forEach(other -> cells.add(Numbers.ratio(row.get(0), series(results, metric, other))));
    return cells;
  }

  private static Series series(Results results, String metric, String peer) {
    return results.get(metric, Map.of("peer", peer));
  }
}
