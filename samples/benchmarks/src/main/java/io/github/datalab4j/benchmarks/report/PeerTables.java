package io.github.datalab4j.benchmarks.report;

import io.github.datalab4j.benchmarks.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables with a row for each value of a setting and a column for each peer, the first is ours. */
public final class PeerTables {
  private PeerTables() {}

  /**
   * Medians with the smallest and largest value, and how ours stands to the best of the others.
   *
   * @param metric whose smaller values are the better ones
   * @param others by the head of a column those of the peers of which it has the best
   */
  public static Table of(
      Results results, String metric, String setting, Map<String, List<String>> others) {
    List<String> peers = results.values("peer");
    List<String> heads = new ArrayList<>();
    heads.add(setting);
    heads.addAll(peers);
    heads.addAll(others.keySet());
    Table table = new Table(heads);
    for (String value : results.values(setting)) {
      Map<String, Series> row = new LinkedHashMap<>();
      peers.forEach(
          peer -> row.put(peer, results.get(metric, Map.of("peer", peer, setting, value))));
      List<String> cells = new ArrayList<>(List.of(value));
      row.values().forEach(series -> cells.add(Numbers.withSpread(series)));
      Series ours = row.values().iterator().next();
      others.values().forEach(group -> cells.add(Numbers.ratio(ours, best(group, row))));
      table.row(cells);
    }
    return table;
  }

  private static Series best(List<String> peers, Map<String, Series> row) {
    return peers.stream()
        .map(row::get)
        .min(Comparator.comparingDouble(Series::median))
        .orElseThrow();
  }
}
