package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.probe.Probes;
import io.github.datalab4j.benchmarks.report.MetricTable;
import io.github.datalab4j.benchmarks.report.Results;
import java.util.List;

/** One file of 1 GiB. */
public final class UploadSuite implements Suite {
  @Override
  public String name() {
    return "upload";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    return new Probes(UploadProbe.class, UploadProbe.PEERS, "-Xmx32m", "-XX:+UseSerialGC")
        .measure(11, smoke);
  }

  @Override
  public String section(Results results) {
    return MetricTable.of(results).toString();
  }
}
