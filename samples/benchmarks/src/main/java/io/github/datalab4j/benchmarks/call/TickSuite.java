package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.probe.Probes;
import io.github.datalab4j.benchmarks.report.MetricTable;
import io.github.datalab4j.benchmarks.report.Results;
import java.util.List;

/** One poll, end to end. */
public final class TickSuite implements Suite {
  @Override
  public String name() {
    return "tick";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    return new Probes(TickProbe.class, TickProbe.STEPS, "-XX:+UseSerialGC").measure(5, smoke);
  }

  @Override
  public String section(Results results) {
    return MetricTable.of(results, Peers.OURS, TickProbe.BARE)
        + "\nThe steps from the bare call to ours:\n\n"
        + MetricTable.withoutRatios(results, TickProbe.STEPS);
  }
}
