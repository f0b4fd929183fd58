package io.github.datalab4j.faults;

import java.util.List;

/** What the client does while a fault strikes. */
interface Operation {
  boolean strikes(Row row, Column column);

  /** Runs it; what came of it, in the words of the page. Adds the promises that were broken. */
  String run(Row row, Column column, List<String> violations) throws InterruptedException;
}
