package io.github.datalab4j;

import net.jqwik.api.statistics.Statistics;

/** Fails a property that hardly meets what it is about: its texts must be of every outcome. */
final class Outcomes {
  private Outcomes() {}

  /** Counts the outcome of one try; of an accepted text by whether it has a special character. */
  static void count(boolean accepted, boolean special) {
    Statistics.label("outcome")
        .collect(!accepted ? "refused" : special ? "accepted, special" : "accepted, plain")
        .coverage(
            all -> {
              all.check("refused").percentage(p -> p >= 10);
              all.checkPattern("accepted, .*").percentage(p -> p >= 10);
              all.check("accepted, special").percentage(p -> p >= 5);
            });
  }
}
