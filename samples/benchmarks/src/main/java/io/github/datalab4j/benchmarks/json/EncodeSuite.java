package io.github.datalab4j.benchmarks.json;

import io.github.datalab4j.benchmarks.Jmh;
import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.report.PeerTables;
import io.github.datalab4j.benchmarks.report.Results;
import java.util.List;

/** Encoding {@code file_instructions}. */
public final class EncodeSuite implements Suite {
  @Override
  public String name() {
    return "encode";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    return Jmh.run(EncodeBenchmark.class, smoke);
  }

  @Override
  public String section(Results results) {
    return "Time of one call, µs:\n\n"
        + PeerTables.of(results, "time", "files")
        + "\nBytes allocated by it:\n\n"
        + PeerTables.of(results, "bytes", "files");
  }
}
