package io.github.datalab4j.benchmarks.json;

import io.github.datalab4j.benchmarks.Jmh;
import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.report.PeerTables;
import io.github.datalab4j.benchmarks.report.Results;
import java.util.List;

/** Decoding what the service answers. */
public final class DecodeSuite implements Suite {
  @Override
  public String name() {
    return "decode";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    return Jmh.run(DecodeBenchmark.class, smoke);
  }

  @Override
  public String section(Results results) {
    return "Time of one call, ns:\n\n"
        + PeerTables.of(results, "time", "body")
        + "\nBytes allocated by it:\n\n"
        + PeerTables.of(results, "bytes", "body");
  }
}
