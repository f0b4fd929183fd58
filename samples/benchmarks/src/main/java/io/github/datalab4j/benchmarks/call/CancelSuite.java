package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.probe.Probes;
import io.github.datalab4j.benchmarks.report.MetricTable;
import io.github.datalab4j.benchmarks.report.Results;
import java.util.List;

/** From dispose to the closed connection. */
public final class CancelSuite implements Suite {
  @Override
  public String name() {
    return "cancel";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    return new Probes(CancelProbe.class, CancelProbe.PEERS).measure(5, smoke);
  }

  @Override
  public String section(Results results) {
    return MetricTable.of(results).toString();
  }
}
