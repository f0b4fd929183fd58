package io.github.datalab4j.faults;

import io.github.datalab4j.rule.Bystander;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What was measured in every cell. */
final class FaultMatrix {
  private static final int AT_ONCE = 8;

  final Map<String, Operation> operations = new LinkedHashMap<>();
  final List<Row> rows;
  private final Map<String, Future<String>> cells = new LinkedHashMap<>();
  private final List<String> violations = new ArrayList<>();

  private FaultMatrix(List<Row> rows) {
    this.rows = rows;
    operations.put("submitting", new Submitting());
    operations.put("polling", new Polling());
  }

  /** Runs all cells, many at once. */
  static FaultMatrix measure() throws InterruptedException, IOException {
    String answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    try (Bystander elsewhere = new Bystander(Collections.singletonList(answer))) {
      FaultMatrix matrix = new FaultMatrix(Rows.all("http://127.0.0.1:" + elsewhere.port() + "/"));
      matrix.runAll();
      if (!elsewhere.received().isEmpty()) {
        matrix.violations.add("another origin was asked: " + elsewhere.received());
      }
      return matrix;
    }
  }

  private void runAll() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    for (String operation : operations.keySet()) {
      for (Row row : rows) {
        for (Column column : Column.values()) {
          if (operations.get(operation).strikes(row, column)) {
            cells.put(
                name(operation, row, column), threads.submit(() -> run(operation, row, column)));
          }
        }
      }
    }
    threads.shutdown();
    if (!threads.awaitTermination(9, TimeUnit.MINUTES)) {
      throw new AssertionError("the matrix hangs");
    }
  }

  /** The promises that were broken, each with the name of its cell. */
  List<String> violations() {
    synchronized (violations) {
      return new ArrayList<>(violations);
    }
  }

  /** What came of it, or a dot where the fault cannot strike. */
  String cell(String operation, Row row, Column column)
      throws InterruptedException, ExecutionException {
    Future<String> cell = cells.get(name(operation, row, column));
    return cell == null ? "·" : cell.get();
  }

  private String run(String operation, Row row, Column column) throws InterruptedException {
    List<String> broken = new ArrayList<>();
    String text = "broken";
    try {
      text = operations.get(operation).run(row, column, broken);
    } catch (AssertionError | RuntimeException e) {
      broken.add(e.toString());
    }
    synchronized (violations) {
      for (String promise : broken) {
        violations.add(name(operation, row, column) + ": " + promise);
      }
    }
    return text;
  }

  private static String name(String operation, Row row, Column column) {
    return operation + ", " + row.name + ", " + column;
  }
}
