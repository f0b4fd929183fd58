package io.github.datalab4j.benchmarks.probe;

import java.util.List;

/** Measures one peer once; it has a constructor without arguments. */
@FunctionalInterface
public interface Probe {
  /**
   * Measures.
   *
   * @param peer which one
   * @param smoke as short as can be
   */
  List<Reading> read(String peer, boolean smoke) throws Exception;
}
