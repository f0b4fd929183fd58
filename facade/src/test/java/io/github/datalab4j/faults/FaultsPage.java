package io.github.datalab4j.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.ExecutionException;

/** The page that tells the matrix: its tables stand between marks, the words around them stay. */
final class FaultsPage {
  private static final Path PAGE = Paths.get("docs", "faults.md");
  private static final Path MEASURED = Paths.get("target", "faults.md");

  private FaultsPage() {}

  static String read() throws IOException {
    return new String(Files.readAllBytes(PAGE), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  static void write(String page) throws IOException {
    Files.createDirectories(MEASURED.toAbsolutePath().getParent());
    Files.write(MEASURED, page.getBytes(StandardCharsets.UTF_8));
  }

  /** The page with the tables of that matrix. */
  static String with(String page, FaultMatrix matrix) {
    String now = page;
    for (String operation : matrix.operations.keySet()) {
      String begin = "<!-- measured: " + operation + " -->\n";
      int from = now.indexOf(begin);
      int to = now.indexOf("<!-- end -->", from);
      if (from < 0 || to < 0) {
        throw new AssertionError("the page has no place for " + operation);
      }
      now = now.substring(0, from) + begin + table(matrix, operation) + now.substring(to);
    }
    return now;
  }

  private static String table(FaultMatrix matrix, String operation) {
    StringBuilder table = new StringBuilder("| fault |");
    StringBuilder line = new StringBuilder("\n|---|");
    for (Column column : Column.values()) {
      table.append(' ').append(column).append(" |");
      line.append("---|");
    }
    table.append(line).append('\n');
    for (Row row : matrix.rows) {
      table.append("| ").append(row.name).append(" |");
      for (Column column : Column.values()) {
        table.append(' ').append(cell(matrix, operation, row, column)).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String cell(FaultMatrix matrix, String operation, Row row, Column column) {
    try {
      return matrix.cell(operation, row, column);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
