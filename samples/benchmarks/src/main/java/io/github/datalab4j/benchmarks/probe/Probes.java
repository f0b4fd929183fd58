package io.github.datalab4j.benchmarks.probe;

import io.github.datalab4j.benchmarks.Series;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Runs a probe in fresh JVMs, the peers in turns, so that what changes on the machine meets all.
 */
public final class Probes {
  private final Class<? extends Probe> probe;
  private final List<String> peers;
  private final List<String> jvmArguments;
  private final UnaryOperator<String> classPath;

  /**
   * For a probe with a constructor without arguments.
   *
   * @param jvmArguments of the JVMs that are started
   */
  public Probes(Class<? extends Probe> probe, List<String> peers, String... jvmArguments) {
    this(probe, List.copyOf(peers), List.of(jvmArguments), peer -> Fork.CLASS_PATH);
  }

  private Probes(
      Class<? extends Probe> probe,
      List<String> peers,
      List<String> jvmArguments,
      UnaryOperator<String> classPath) {
    this.probe = probe;
    this.peers = peers;
    this.jvmArguments = jvmArguments;
    this.classPath = classPath;
  }

  /** The same with all jars of that folder behind this JVM's class path. */
  public Probes withJarsOf(Path folder) {
    String jars = File.pathSeparator + folder.resolve("*");
    return new Probes(probe, peers, jvmArguments, peer -> classPath.apply(peer) + jars);
  }

  /**
   * The same with nothing on the class path but this module's classes and the peer's own jars, so
   * that no peer opens, or looks in vain into, the jars of another one.
   *
   * @param needed a class of each jar that the peer needs, in the order of its class path
   */
  public Probes withOwnJars(Function<String, List<Class<?>>> needed) {
    return new Probes(probe, peers, jvmArguments, peer -> Code.classPathOf(needed.apply(peer)));
  }

  /**
   * Measures each peer that many times.
   *
   * @param smoke once, as shortly as can be
   */
  public List<Series> measure(int forks, boolean smoke) throws Exception {
    Map<String, Map<String, Metric>> found = new LinkedHashMap<>();
    for (int round = 0; round < (smoke ? 1 : forks); round++) {
      for (String peer : inTurns(round)) {
        Map<String, Metric> metrics = found.computeIfAbsent(peer, key -> new LinkedHashMap<>());
        for (Reading reading : Fork.read(probe, peer, smoke, jvmArguments, classPath.apply(peer))) {
          metrics
              .computeIfAbsent(reading.metric(), key -> new Metric(reading.unit()))
              .values
              .add(reading.value());
        }
      }
    }
    List<Series> series = new ArrayList<>();
    found.forEach(
        (peer, metrics) ->
            metrics.forEach(
                (name, metric) ->
                    series.add(
                        new Series(Map.of("peer", peer), name, metric.unit, metric.values))));
    return series;
  }

  /** There and back again: what comes and goes with every other JVM meets all peers as well. */
  private List<String> inTurns(int round) {
    List<String> order = new ArrayList<>(peers);
    if (round % 2 == 1) {
      Collections.reverse(order);
    }
    return order;
  }

  private static final class Metric {
    final String unit;
    final List<Double> values = new ArrayList<>();

    Metric(String unit) {
      this.unit = unit;
    }
  }
}
