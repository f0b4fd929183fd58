package io.github.datalab4j.benchmarks.size;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.report.MetricTable;
import io.github.datalab4j.benchmarks.report.Results;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Job;
import java.util.ArrayList;
import java.util.List;

/** Bytes of our client, of the stock one, and of the facade. */
public final class SizeSuite implements Suite {
  private static final String SHRUNK = "a program with it in an APK, after R8";

  @Override
  public String name() {
    return "size";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    List<Series> series = new ArrayList<>();
    R8 r8 = R8.besideThisModule();
    // R8 takes minutes on a busy machine: in a smoke one program stands for all.
    long ofOne = smoke && r8.isThere() ? r8.packedBytes(Program.ALL.get(0)) : 0;
    for (Program program : Program.ALL) {
      checkThatItDoesTheJob(program);
      series.add(bytes(program, "its jars", program.ownBytes()));
      series.add(bytes(program, "with all that it needs", program.allBytes()));
      if (r8.isThere()) {
        series.add(bytes(program, SHRUNK, smoke ? ofOne : r8.packedBytes(program)));
      }
    }
    return series;
  }

  private static Series bytes(Program program, String metric, long bytes) {
    return Series.of(program.text(), metric, "B", (double) bytes);
  }

  private static void checkThatItDoesTheJob(Program program) throws Exception {
    try (DatalabSimulator datalab = DatalabSimulator.builder().apiKey("key").start()) {
      datalab.processor("cp_12345");
      datalab.nextJob(Job.completing());
      program
          .main()
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {datalab.url(), "key"});
      if (datalab.iterations().get(0).files().size() != 1) {
        throw new AssertionError(program.text() + " sent no file");
      }
    }
  }

  @Override
  public String section(Results results) {
    boolean shrunk = results.series().stream().anyMatch(found -> found.metric().equals(SHRUNK));
    return MetricTable.of(results)
        + (shrunk
            ? ""
            : "\nWithout R8, which the build did not have: it has it by the profile `android`.\n");
  }
}
