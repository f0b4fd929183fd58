package io.github.datalab4j.benchmarks.build;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.report.MetricTable;
import io.github.datalab4j.benchmarks.report.Results;
import io.github.datalab4j.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Generation, and the build of a project that generates. */
public final class BuildSuite implements Suite {
  private static final int GENERATIONS = 5;
  private static final int BUILDS = 3;

  @Override
  public String name() {
    return "build";
  }

  @Override
  public List<Series> measure(boolean smoke) throws Exception {
    List<Series> all = new ArrayList<>();
    all.addAll(
        Generators.probes(Generation.OfOurs.class, Generators.PEERS).measure(GENERATIONS, smoke));
    all.addAll(
        Generators.probes(Generation.OfLarge.class, Generators.PEERS).measure(GENERATIONS, smoke));
    all.addAll(Generators.probes(MavenBuilds.class, MavenBuilds.PEERS).measure(BUILDS, smoke));
    return all;
  }

  @Override
  public String section(Results results) {
    return table(results, metric -> metric.startsWith(Generation.METRIC))
        + "\n"
        + table(results, metric -> !metric.startsWith(Generation.METRIC));
  }

  private static Table table(Results results, Predicate<String> metrics) {
    return MetricTable.of(
        results, results.series().stream().map(Series::metric).distinct().filter(metrics).toList());
  }
}
