package io.github.datalab4j.benchmarks.json;

import io.github.datalab4j.benchmarks.Jmh;
import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.report.PeerTables;
import io.github.datalab4j.benchmarks.report.Results;
import java.util.List;

/**
 * What a benchmark of JSON costs each library.
 *
 * @param name of the results and of the page's section
 * @param parameter whose values are the rows
 * @param timeUnit of the benchmark, as it is shown
 */
public record JsonSuite(String name, Class<?> benchmark, String parameter, String timeUnit)
    implements Suite {
  /** Decoding what the service answers. */
  public static JsonSuite decode() {
    return new JsonSuite("decode", DecodeBenchmark.class, "body", "ns");
  }

  /** Encoding {@code file_instructions}. */
  public static JsonSuite encode() {
    return new JsonSuite("encode", EncodeBenchmark.class, "files", "µs");
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    return Jmh.run(benchmark, smoke);
  }

  @Override
  public String section(Results results) {
    return "Time of one call, "
        + timeUnit
        + ":\n\n"
        + PeerTables.of(results, "time", parameter)
        + "\nBytes allocated by it:\n\n"
        + PeerTables.of(results, "bytes", parameter);
  }
}
