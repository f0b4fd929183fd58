package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.probe.Probes;
import io.github.datalab4j.benchmarks.report.Numbers;
import io.github.datalab4j.benchmarks.report.Results;
import io.github.datalab4j.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the bytes of one poll are for. */
public final class AllocationSuite implements Suite {
  private static final List<String> PEERS = List.of(Peers.OURS, Ticks.TOLD, Ticks.BARE);

  @Override
  public String name() {
    return "allocation";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    return new Probes(AllocationProbe.class, PEERS, AllocationProbe.JVM).measure(2, smoke);
  }

  @Override
  public String section(Results results) {
    List<String> heads = new ArrayList<>(List.of("bytes for"));
    heads.addAll(PEERS);
    heads.add("ours above " + Ticks.BARE);
    Table table = new Table(heads);
    double above = 0;
    for (Allocated cause : Allocated.values()) {
      List<String> cells = new ArrayList<>(List.of(cause.what));
      for (String peer : PEERS) {
        cells.add(Numbers.withSpread(bytes(results, cause, peer)));
      }
      double more =
          bytes(results, cause, Peers.OURS).median() - bytes(results, cause, Ticks.BARE).median();
      above += more;
      cells.add(whole(more));
      table.row(cells);
    }
    return table + "\nIn all ours are " + whole(above) + " bytes above the bare call's.\n";
  }

  private static String whole(double bytes) {
    return String.format(Locale.ROOT, "%,d", Math.round(bytes));
  }

  private static Series bytes(Results results, Allocated cause, String peer) {
    return results.get(cause.what, Map.of("peer", peer));
  }
}
