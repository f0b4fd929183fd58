package io.github.datalab4j.benchmarks;

import io.github.datalab4j.benchmarks.report.Plot;
import io.github.datalab4j.benchmarks.report.Results;
import java.util.List;

/** One thing that is measured, beside its peers, and its part of the page. */
public interface Suite {
  /** Names the file of results, the part of the page, and what to type to run it. */
  String name();

  /**
   * Measures.
   *
   * @param smoke as short as can be: only to see that it still runs
   */
  List<Series> measure(boolean smoke) throws Exception;

  /** What the page says of the results, as Markdown: tables, and the plots beside them. */
  String section(Results results);

  /** The plots of the results, which the section may show; none by default. */
  default List<Plot> plots(Results results) {
    return List.of();
  }
}
