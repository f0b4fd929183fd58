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
    return new Probes(TickProbe.class, Ticks.PEERS, "-XX:+UseSerialGC").measure(7, smoke);
  }

  @Override
  public String section(Results results) {
    return MetricTable.of(results).toString();
  }
}
