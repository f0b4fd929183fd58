package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back has as many changes as the way there, each the opposite of one. */
final class MirroredDrillsTest {
  private static final Map<Kind, Kind> OPPOSITES =
      Map.ofEntries(
          Map.entry(Kind.OPERATION_ADDED, Kind.OPERATION_REMOVED),
          Map.entry(Kind.OPERATION_REMOVED, Kind.OPERATION_ADDED),
          Map.entry(Kind.OPERATION_DEPRECATED, Kind.OPERATION_UNDEPRECATED),
          Map.entry(Kind.OPERATION_UNDEPRECATED, Kind.OPERATION_DEPRECATED),
          Map.entry(Kind.INPUT_ADDED, Kind.INPUT_REMOVED),
          Map.entry(Kind.INPUT_REMOVED, Kind.INPUT_ADDED),
          Map.entry(Kind.STRUCTURE_ADDED, Kind.STRUCTURE_REMOVED),
          Map.entry(Kind.STRUCTURE_REMOVED, Kind.STRUCTURE_ADDED),
          Map.entry(Kind.FIELD_ADDED, Kind.FIELD_REMOVED),
          Map.entry(Kind.FIELD_REMOVED, Kind.FIELD_ADDED),
          Map.entry(Kind.FIELD_REQUIRED, Kind.FIELD_OPTIONAL),
          Map.entry(Kind.FIELD_OPTIONAL, Kind.FIELD_REQUIRED));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "field-added",
        "field-removed",
        "field-required",
        "type-changed-inside-any-of",
        "status-enum",
        "files-by-content-media-type",
        "validation-error-with-input-and-ctx",
        "deprecated-path-removed",
        "path-moved",
        "path-parameter-renamed"
      })
  void theWayBackIsTheOpposite(String drill) {
    JsonNode today = Drill.tree("today");
    JsonNode changed = Drill.patched(Drill.tree(drill));

    List<Kind> there = kinds(Drill.between(today, changed, FacadeHold.shipped()));
    List<Kind> back = kinds(Drill.between(changed, today, FacadeHold.shipped()));

    there.replaceAll(kind -> OPPOSITES.getOrDefault(kind, kind));
    Collections.sort(there);
    assertEquals(there, back);
  }

  private static List<Kind> kinds(Changes changes) {
    List<Kind> kinds = new ArrayList<>();
    changes.all().forEach(change -> kinds.add(change.kind()));
    Collections.sort(kinds);
    return kinds;
  }
}
