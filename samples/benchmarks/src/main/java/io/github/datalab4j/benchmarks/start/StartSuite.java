package io.github.datalab4j.benchmarks.start;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.probe.Probes;
import io.github.datalab4j.benchmarks.report.MetricTable;
import io.github.datalab4j.benchmarks.report.Results;
import java.util.ArrayList;
import java.util.List;

/** Cold start. */
public final class StartSuite implements Suite {
  private static final int FORKS = 20;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    List<Series> all = new ArrayList<>();
    all.addAll(
        new Probes(DecodeStart.class, DecodeStart.PEERS)
            .withOwnJars(DecodeStart::needed)
            .measure(FORKS, smoke));
    all.addAll(
        new Probes(CallStart.class, CallStart.PEERS)
            .withOwnJars(CallStart::needed)
            .measure(FORKS, smoke));
    return all;
  }

  @Override
  public String section(Results results) {
    return table(results, DecodeStart.METRIC) + "\n" + table(results, CallStart.METRIC);
  }

  private static String table(Results results, String metric) {
    return MetricTable.of(results, List.of(metric, "classes for " + metric)).toString();
  }
}
