package io.github.datalab4j.benchmarks.load;

import io.github.datalab4j.benchmarks.Series;
import io.github.datalab4j.benchmarks.Suite;
import io.github.datalab4j.benchmarks.report.Numbers;
import io.github.datalab4j.benchmarks.report.Plot;
import io.github.datalab4j.benchmarks.report.Results;
import io.github.datalab4j.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How late each policy sees the end of a job, for how many requests. */
public final class PolicySuite implements Suite {
  static final int BATCHES = 5;
  static final int JOBS = 400; // in each
  private static final List<Long> LENGTHS = List.of(10L, 60L, 300L, 1_800L, 3_600L);
  private static final List<Long> PLOTTED = List.of(60L, 300L, 1_800L);
  private static final String DEFAULT = "the default";

  @Override
  public String name() {
    return "policies";
  }

  @Override
  public List<Series> measure(boolean smoke) {
    List<Series> series = new ArrayList<>();
    for (SimulatedPolicy policy : smoke ? SimulatedPolicy.named() : SimulatedPolicy.all()) {
      for (long length : smoke ? List.of(10L) : LENGTHS) {
        series.addAll(
            smoke ? measured(policy, length, 1, 1) : measured(policy, length, BATCHES, JOBS));
      }
    }
    return series;
  }

  /** The two series of one policy and length, a mean of each batch. */
  static List<Series> measured(SimulatedPolicy policy, long length, int batches, int jobs) {
    List<PolicyOutcome> outcomes =
        IntStream.range(0, batches)
            .mapToObj(batch -> PolicySimulation.of(policy, length, jobs, batch * jobs))
            .toList();
    Map<String, String> of =
        Map.of("peer", policy.name(), "family", policy.family(), "job", length + " s");
    return List.of(
        new Series(
            of, "polls", "requests/job", outcomes.stream().map(PolicyOutcome::polls).toList()),
        new Series(of, "late", "s", outcomes.stream().map(PolicyOutcome::lateSeconds).toList()));
  }

  @Override
  public String section(Results results) {
    List<String> heads = new ArrayList<>(List.of("policy"));
    results.values("job").forEach(length -> heads.add("job of " + length));
    Table table = new Table(heads);
    for (SimulatedPolicy policy : SimulatedPolicy.named()) {
      List<String> row = new ArrayList<>(List.of(policy.name()));
      for (String length : results.values("job")) {
        row.add(cell(results, policy, length));
      }
      table.row(row);
    }
    return "Requests a job, and seconds from its end until it is seen:\n\n" + table;
  }

  private static String cell(Results results, SimulatedPolicy policy, String length) {
    Map<String, String> of =
        Map.of("peer", policy.name(), "family", policy.family(), "job", length);
    return Numbers.median(results.get("polls", of))
        + " / "
        + Numbers.median(results.get("late", of));
  }

  @Override
  public List<Plot> plots(Results results) {
    return PLOTTED.stream()
        .map(length -> length + " s")
        .filter(results.values("job")::contains)
        .map(length -> plot(results, length))
        .toList();
  }

  private static Plot plot(Results results, String length) {
    Map<String, List<double[]>> families = new LinkedHashMap<>();
    for (SimulatedPolicy policy : SimulatedPolicy.all()) {
      families
          .computeIfAbsent(policy.family(), family -> new ArrayList<>())
          .add(point(results, policy, length));
    }
    SimulatedPolicy usual = SimulatedPolicy.named().get(0);
    families.put(DEFAULT, List.of(point(results, usual, length)));
    return new Plot(
        "policies-" + length.replace(" ", ""),
        "Jobs of " + length,
        "requests a job",
        "seconds late",
        families,
        DEFAULT);
  }

  private static double[] point(Results results, SimulatedPolicy policy, String length) {
    Map<String, String> of =
        Map.of("peer", policy.name(), "family", policy.family(), "job", length);
    return new double[] {results.get("polls", of).median(), results.get("late", of).median()};
  }
}
