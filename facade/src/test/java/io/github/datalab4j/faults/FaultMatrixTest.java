package io.github.datalab4j.faults;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.OkHttpVersion;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Phase;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every fault of the simulator at every moment of a submission and of a poll, over real HTTP. What
 * was measured stands in {@code docs/faults.md}; what must hold in every cell is checked here.
 */
class FaultMatrixTest {
  private static final List<Row> ROWS = Rows.all("http://elsewhere.example/");

  @Test
  void everyFaultOfTheSimulatorHasARow() {
    Set<String> makers =
        Arrays.stream(Fault.class.getDeclaredMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(method -> method.getName())
            .collect(toCollection(TreeSet::new));
    makers.add("refuseConnections");

    assertEquals(makers, ROWS.stream().map(row -> row.maker).collect(toCollection(TreeSet::new)));
  }

  @Test
  void everyMomentOfTheSimulatorHasAColumn() {
    List<Phase> phases = new ArrayList<>();
    for (Column column : Column.values()) {
      phases.add(column.phase);
    }
    List<Phase> all = new ArrayList<>(Arrays.asList(Phase.values()));
    all.add(0, null);

    assertEquals(all, phases);
  }

  @Test
  void everyRowHasANameOfItsOwnAndACell() {
    Set<String> names = new HashSet<>();
    for (Row row : ROWS) {
      assertTrue(names.add(row.name), row.name);
      assertTrue(Arrays.stream(Column.values()).anyMatch(row::strikes), row.name);
    }
  }

  @Test
  void whatHasOneColumnCanStrikeInNoOther() {
    for (Row row : ROWS) {
      boolean ofTwo = row.maker.equals("answer") && row.also != null; // the second has the column
      if (row.only == null || ofTwo || row.handled || row.fault == null) {
        continue;
      }
      for (Phase phase : Phase.values()) {
        assertTrue(!Row.accepts(row.fault, phase), row.name + " at " + phase);
      }
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES) // some seconds, on a machine that does nothing else
  void everyCellKeepsThePromisesAndIsAsThePageTells() throws Exception {
    FaultMatrix measured = FaultMatrix.measure();
    String page = FaultsPage.read();
    String now = FaultsPage.with(page, measured);
    FaultsPage.write(now);

    assertEquals(Collections.emptyList(), measured.violations());
    assertEquals(
        comparable(page),
        comparable(now),
        "The facade behaves differently. If that is meant, copy target/faults.md to docs/faults.md");
  }

  /** The page tells of OkHttp 4, which cannot read two interim answers; OkHttp 5 can. */
  private static String comparable(String page) {
    return OkHttpVersion.is4() ? page : page.replaceAll("(?m)^\\| 102 twice before it .*", "");
  }
}
