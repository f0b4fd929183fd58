package io.github.datalab4j.upgrade.report;

import io.github.datalab4j.upgrade.change.Change;
import java.util.List;

/** A piece of a report. In texts, what stands between backticks is code. */
sealed interface Block {
  /** Sentences. */
  record Text(String text) implements Block {}

  /** Something to be seen before all else. */
  record Warning(String title, String text) implements Block {}

  /** A list, with a heading. */
  record Bullets(String title, List<String> items) implements Block {}

  /** Changes of one group. */
  record ChangeList(String title, List<Change> changes) implements Block {}

  /** Rows of plain cells; a cell that is a level or a state is marked as such. */
  record Table(List<String> heads, List<List<String>> rows) implements Block {}

  /** Text to be kept as it is. */
  record Code(String title, String text, boolean open) implements Block {}
}
