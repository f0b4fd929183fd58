package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.ApiOperation;
import io.github.datalab4j.upgrade.document.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The net below all other comparisons: where the surfaces differ in a line that no change tells,
 * that line is a change.
 */
final class SurfaceComparison {
  private final ApiDocument before;
  private final ApiDocument after;
  private final TypeComparison types;
  private final StructurePairs structures;
  private final Map<String, ApiOperation> later = new HashMap<>();
  private final Map<String, ApiOperation> earlier = new HashMap<>();
  private final Map<String, String> earlierNames = new HashMap<>();
  private final List<Change> known;

  SurfaceComparison(
      ApiDocument before,
      ApiDocument after,
      TypeComparison types,
      StructurePairs structures,
      OperationPairs operations,
      List<Change> known) {
    this.before = before;
    this.after = after;
    this.types = types;
    this.structures = structures;
    this.known = List.copyOf(known);
    for (Pair<ApiOperation> pair : operations.pairs()) {
      later.put(pair.before().key(), pair.after());
      earlier.put(pair.after().key(), pair.before());
    }
    for (Pair<Structure> pair : structures.pairs()) {
      earlierNames.put(pair.after().name(), pair.before().name());
    }
  }

  /** What nothing else tells, by the subject of each. */
  Map<Subject, List<String>> lines() {
    Map<Subject, List<String>> found = new LinkedHashMap<>();
    Map<String, SurfaceBlock> now = SurfaceBlock.all(after.surface());
    for (SurfaceBlock old : SurfaceBlock.all(before.surface()).values()) {
      Owner owner = Owner.of(before, old.origin());
      SurfaceBlock same = now.remove(SurfaceBlock.key(old.kind(), renamed(owner)));
      List<String> lines =
          same == null ? marked("- ", old.lines()) : differing(old.lines(), same.lines());
      note(found, old, owner, subjectBefore(owner), lines);
    }
    for (SurfaceBlock added : now.values()) {
      Owner owner = Owner.of(after, added.origin());
      note(found, added, owner, subjectAfter(owner), marked("+ ", added.lines()));
    }
    return found;
  }

  private void note(
      Map<Subject, List<String>> found,
      SurfaceBlock block,
      Owner owner,
      Subject subject,
      List<String> lines) {
    SurfaceExplanation explanation = new SurfaceExplanation(known, subject, owner.member());
    List<String> unexplained =
        lines.stream()
            .filter(line -> !explanation.explains(block.kind(), line.substring(2)))
            .toList();
    if (!unexplained.isEmpty()) {
      found.computeIfAbsent(subject, each -> new ArrayList<>()).addAll(unexplained);
    }
  }

  /** The origin as the newer document would call it. */
  private String renamed(Owner owner) {
    ApiOperation operation = later.get(owner.operation());
    return (operation == null ? owner.operation() : operation.key())
        + structures.rename(owner.structure())
        + owner.rest();
  }

  private Subject subjectBefore(Owner owner) {
    return subject(before.operations().get(owner.operation()), owner.structure());
  }

  private Subject subjectAfter(Owner owner) {
    String key = owner.operation();
    return subject(
        earlier.getOrDefault(key, after.operations().get(key)),
        earlierNames.getOrDefault(owner.structure(), owner.structure()));
  }

  private static Subject subject(@Nullable ApiOperation operation, String structure) {
    return operation != null ? Subject.of(operation) : new Subject("", structure, "", structure);
  }

  private List<String> differing(List<String> old, List<String> now) {
    List<String> gone = new ArrayList<>();
    List<String> added = new ArrayList<>(now);
    for (String line : old) {
      String renamed = types.renamedClasses(line);
      if (!added.removeIf(each -> each.equals(line) || each.equals(renamed))) {
        gone.add(line);
      }
    }
    return Stream.concat(marked("- ", gone).stream(), marked("+ ", added).stream()).toList();
  }

  private static List<String> marked(String mark, List<String> lines) {
    return lines.stream().map(line -> mark + line.strip()).collect(Collectors.toList());
  }
}
