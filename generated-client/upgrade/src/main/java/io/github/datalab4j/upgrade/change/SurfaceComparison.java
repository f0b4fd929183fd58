package io.github.datalab4j.upgrade.change;

import static java.util.Objects.requireNonNull;

import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.ApiOperation;
import io.github.datalab4j.upgrade.document.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The net below all other comparisons: where the surfaces differ in a line that no change tells,
 * that line is a change.
 */
final class SurfaceComparison {
  private final ApiDocument before;
  private final ApiDocument after;
  private final TypeComparison types;
  private final StructurePairs structures;
  private final List<ApiOperation> operations = new ArrayList<>();
  private final Map<String, ApiOperation> earlier = new HashMap<>();
  private final Map<String, String> earlierNames = new HashMap<>();
  private final List<Change> known;

  SurfaceComparison(
      ApiDocument before,
      ApiDocument after,
      TypeComparison types,
      StructurePairs structures,
      OperationPairs pairs,
      List<Change> known) {
    this.before = before;
    this.after = after;
    this.types = types;
    this.structures = structures;
    this.known = List.copyOf(known);
    operations.addAll(before.operations().values());
    operations.addAll(pairs.added());
    for (Pair<ApiOperation> pair : pairs.pairs()) {
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
      SurfaceBlock same =
          now.remove(SurfaceBlock.key(old.kind(), structures.renameOrigin(old.origin())));
      List<String> lines =
          same == null ? marked("- ", old.lines()) : differing(old.lines(), same.lines());
      note(found, old, placeBefore(old.origin()), lines, same == null);
    }
    for (SurfaceBlock added : now.values()) {
      note(found, added, placeAfter(added.origin()), marked("+ ", added.lines()), true);
    }
    return found;
  }

  private void note(
      Map<Subject, List<String>> found,
      SurfaceBlock block,
      SurfacePlace place,
      List<String> lines,
      boolean whole) {
    SurfaceExplanation explanation = new SurfaceExplanation(known, place);
    List<String> unexplained =
        lines.stream()
            .filter(line -> !explanation.explains(block.kind(), line.substring(2), whole))
            .toList();
    if (!unexplained.isEmpty()) {
      found
          .computeIfAbsent(subject(place.outermost()), each -> new ArrayList<>())
          .addAll(unexplained);
    }
  }

  private SurfacePlace placeBefore(String origin) {
    return place(
        before,
        origin,
        key -> requireNonNull(before.operations().get(key)).javaMethod(),
        name -> name);
  }

  private SurfacePlace placeAfter(String origin) {
    return place(
        after,
        origin,
        key -> requireNonNull(earlier.getOrDefault(key, after.operations().get(key))).javaMethod(),
        name -> earlierNames.getOrDefault(name, name));
  }

  private static SurfacePlace place(
      ApiDocument document,
      String origin,
      UnaryOperator<String> method,
      UnaryOperator<String> structure) {
    List<Owner> owners = Owner.chain(document, origin);
    Owner nearest = owners.get(0);
    Set<String> shown = new HashSet<>();
    if (document.structures().containsKey(origin)) {
      shown.add(structure.apply(origin));
    }
    if (!nearest.structure().isEmpty()
        && (nearest.rest().isEmpty() || nearest.rest().startsWith("/"))) {
      shown.add(structure.apply(nearest.structure()));
    }
    // The class of an alternative that is merged with what its union says of all.
    String last = origin.substring(origin.lastIndexOf('/') + 1);
    if (origin.contains("/") && document.structures().containsKey(last)) {
      shown.add(structure.apply(last));
      String union = origin.substring(0, origin.lastIndexOf('/'));
      if (document.structures().containsKey(union)) {
        shown.add(structure.apply(union));
      }
    }
    return new SurfacePlace(
        origin,
        shown,
        owners.stream()
            .map(
                owner ->
                    new Owner(
                        owner.operation().isEmpty() ? "" : method.apply(owner.operation()),
                        structure.apply(owner.structure()),
                        owner.rest()))
            .toList());
  }

  private Subject subject(Owner owner) {
    return operations.stream()
        .filter(each -> each.javaMethod().equals(owner.operation()))
        .findFirst()
        .map(Subject::of)
        .orElseGet(() -> new Subject("", owner.structure(), "", owner.structure()));
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
