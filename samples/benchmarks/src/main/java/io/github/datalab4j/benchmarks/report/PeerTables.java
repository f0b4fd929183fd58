package io.github.datalab4j.benchmarks.report;

import io.github.datalab4j.benchmarks.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables with a row for each value of a setting and a column for each peer, the first is ours. */
public final class PeerTables {
  private PeerTables() {}

  /**
   * Medians with the smallest and largest value, and how ours stands to the best of the others.
   *
   * @param metric whose smaller values are the better ones
   */
  public static Table of(Results results, String metric, String setting) {
    List<String> peers = results.values("peer");
    List<String> heads = new ArrayList<>();
    heads.add(setting);
    heads.addAll(peers);
    heads.add("ours / best of the others");
    Table table = new Table(heads);
    for (String value : results.values(setting)) {
      List<Series> row =
          peers.stream()
              .map(peer -> results.get(metric, Map.of("peer", peer, setting, value)))
              .toList();
      table.row(cells(value, row));
    }
    return table;
  }

  private static List<String> cells(String value, List<Series> row) {
    List<String> cells = new ArrayList<>();
    cells.add(value);
    row.forEach(series -> cells.add(Numbers.withSpread(series)));
    Series best =
        row.stream()
            .skip(1)
            .min(java.util.Comparator.comparingDouble(Series::median))
            .orElseThrow();
    cells.add(Numbers.ratio(row.get(0), best));
    return cells;
  }
}
