package io.github.datalab4j.benchmarks.probe;

import java.util.List;

/** Measures once; it has a constructor without arguments. */
@FunctionalInterface
public interface Probe {
  /** All its peers. */
  String ALL = "all";

  /**
   * Measures.
   *
   * @param peer which one; or {@link #ALL}, of those that it measures in turns in one JVM
   * @param smoke as short as can be
   */
  List<Reading> read(String peer, boolean smoke) throws Exception;
}
