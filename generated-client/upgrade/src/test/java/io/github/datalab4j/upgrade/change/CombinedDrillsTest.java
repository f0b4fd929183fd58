package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Drills that do not touch each other are found together as they are found alone. */
final class CombinedDrillsTest {
  private static final List<String> INDEPENDENT =
      List.of(
          "field-added",
          "field-removed",
          "field-required",
          "type-changed-inside-any-of",
          "status-enum",
          "files-by-content-media-type",
          "validation-error-with-input-and-ctx",
          "path-parameter-renamed");

  @Provide
  Arbitrary<Set<String>> drills() {
    return Arbitraries.of(INDEPENDENT).set();
  }

  @Property(tries = 25)
  void drillsAddUp(@ForAll("drills") Set<String> drills) {
    JsonNode after = Drill.tree("today");
    Level verdict = Level.PATCH;
    Set<String> expected = new HashSet<>();
    for (String drill : drills) {
      JsonPatch.apply(Drill.tree(drill), after);
      Changes alone = Drill.of(drill);
      verdict = verdict.or(alone.verdict());
      expected.addAll(messages(alone));
    }

    Changes together = Drill.between(Drill.tree("today"), after, FacadeHold.shipped());

    assertEquals(verdict, together.verdict());
    assertEquals(expected, new HashSet<>(messages(together)));
  }

  private static List<String> messages(Changes changes) {
    List<String> messages = new ArrayList<>();
    changes.all().forEach(change -> messages.add(change.toString()));
    return messages;
  }
}
