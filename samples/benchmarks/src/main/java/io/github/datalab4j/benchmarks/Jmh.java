package io.github.datalab4j.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH benchmarks with {@code -prof gc}, and makes series of the results: one value a fork. */
public final class Jmh {
  private Jmh() {}

  /**
   * All benchmarks of these classes: mean times in the units that they name, and bytes allocated a
   * call.
   *
   * @param rounds each of which runs every benchmark in a JVM of its own, so that what changes on
   *     the machine meets all of them
   * @param smoke once, as shortly as can be, in this JVM
   */
  public static List<Series> run(List<Class<?>> benchmarks, int rounds, boolean smoke)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .mode(Mode.AverageTime)
            .forks(1)
            .warmupIterations(4)
            .warmupTime(TimeValue.milliseconds(500)) // so long, as a slow machine has to compile
            .measurementIterations(4)
            .measurementTime(TimeValue.milliseconds(250))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    benchmarks.forEach(one -> options.include("^" + one.getName().replace(".", "\\.") + "\\."));
    if (smoke) {
      options
          .forks(0)
          .warmupIterations(0)
          .measurementIterations(1)
          .measurementTime(TimeValue.milliseconds(1))
          .verbosity(VerboseMode.SILENT);
    }
    Runner runner = new Runner(options.build());
    List<Series> all = series(runner.run());
    for (int round = 1; round < (smoke ? 1 : rounds); round++) {
      all = together(all, series(runner.run()));
    }
    return all;
  }

  /** The series of some rounds with those of a later one, in the same order. */
  static List<Series> together(List<Series> earlier, List<Series> later) {
    if (earlier.size() != later.size()) {
      throw new IllegalStateException(
          "A round has " + later.size() + " series, those before it " + earlier.size());
    }
    return IntStream.range(0, earlier.size())
        .mapToObj(i -> earlier.get(i).with(later.get(i)))
        .toList();
  }

  private static List<Series> series(Collection<RunResult> results) {
    List<Series> series = new ArrayList<>();
    for (RunResult result : results) {
      Map<String, String> setting = setting(result.getParams());
      Result<?> time = result.getPrimaryResult();
      series.add(
          new Series(
              setting,
              "time",
              time.getScoreUnit(),
              forks(result, BenchmarkResult::getPrimaryResult)));
      Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
      if (bytes != null) {
        series.add(
            new Series(
                setting,
                "bytes",
                bytes.getScoreUnit(),
                forks(result, fork -> fork.getSecondaryResults().get("gc.alloc.rate.norm"))));
      }
    }
    return series;
  }

  private static List<Double> forks(
      RunResult result, java.util.function.Function<BenchmarkResult, Result<?>> metric) {
    return result.getBenchmarkResults().stream()
        .map(fork -> metric.apply(fork).getScore())
        .toList();
  }

  /** The parameters, and where there is none named {@code peer}, the method as the peer. */
  private static Map<String, String> setting(BenchmarkParams params) {
    Map<String, String> setting = new TreeMap<>();
    for (String key : params.getParamsKeys()) {
      setting.put(key, params.getParam(key).toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    String name = params.getBenchmark();
    setting.putIfAbsent("peer", name.substring(name.lastIndexOf('.') + 1));
    return setting;
  }
}
