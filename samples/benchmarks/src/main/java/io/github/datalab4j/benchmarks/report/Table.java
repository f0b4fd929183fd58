package io.github.datalab4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown: the first column is text, the others are numbers. */
public final class Table {
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /** A table with these heads and no row yet. */
  public Table(List<String> heads) {
    this.columns = heads.size();
    row(heads);
    lines.add("|---" + "|---:".repeat(columns - 1) + "|");
  }

  /** One more row, as long as the heads. */
  public Table row(List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException("Not " + columns + " cells: " + cells);
    }
    lines.add(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
