package io.github.datalab4j.upgrade.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds, for lines of one block of a surface file, a change that tells why they differ. */
final class SurfaceExplanation {
  private static final Pattern INPUT =
      Pattern.compile("(?:path|query|header|cookie|field|part|body)(?: \"(.*?)\")?: .*");
  private static final Pattern FIELD = Pattern.compile("\"(.*?)\": .*");

  /** What makes another class of the one that stands in such a place. */
  private static final Set<Kind> OTHER_TYPE =
      Set.of(
          Kind.FIELD_ADDED,
          Kind.FIELD_REMOVED,
          Kind.FIELD_RENAMED,
          Kind.FIELD_RETYPED,
          Kind.FIELD_VALUE_ADDED,
          Kind.FIELD_VALUE_REMOVED,
          Kind.INPUT_ADDED,
          Kind.INPUT_REMOVED,
          Kind.INPUT_RENAMED,
          Kind.INPUT_RETYPED,
          Kind.INPUT_VALUE_ADDED,
          Kind.INPUT_VALUE_REMOVED,
          Kind.ANSWER_CHANGED);

  private static final Set<Kind> COMES_OR_GOES =
      Set.of(
          Kind.OPERATION_ADDED,
          Kind.OPERATION_REMOVED,
          Kind.STRUCTURE_ADDED,
          Kind.STRUCTURE_REMOVED,
          Kind.STRUCTURE_RETYPED);

  private static final Set<Kind> OF_ONE_CLASS =
      Set.of(Kind.DISCRIMINATOR_CHANGED, Kind.MEMBERS_RENAMED);

  private static final Set<Kind> CONSTRAINTS =
      Set.of(
          Kind.FIELD_CONSTRAINTS,
          Kind.INPUT_CONSTRAINTS,
          Kind.ANSWER_CONSTRAINTS,
          Kind.STRUCTURE_CONSTRAINTS);

  private final List<Change> changes;
  private final SurfacePlace place;

  SurfaceExplanation(List<Change> known, SurfacePlace place) {
    this.changes =
        known.stream()
            .filter(change -> change.kind() != Kind.DESCRIPTION_CHANGED)
            .filter(change -> change.kind().group() != Kind.Group.MEANING)
            .toList();
    this.place = place;
  }

  /**
   * Whether a change tells of a line.
   *
   * @param block the kind of the block
   * @param whole whether the whole block comes or goes
   */
  boolean explains(String block, String line, boolean whole) {
    return switch (block) {
      case "servers" -> has(changes, Kind.SERVER_CHANGED);
      case "operation" -> ofOperation(of(place.operation()), line);
      case "parts" -> ofParts(of(place.operation()));
      default -> ofModel(line) || standsInAnotherType(line, whole);
    };
  }

  private List<Change> of(String operation) {
    return changes.stream()
        .filter(change -> change.subject().operation().equals(operation))
        .toList();
  }

  private boolean ofOperation(List<Change> about, String line) {
    Matcher input = INPUT.matcher(line);
    if (has(about, Kind.OPERATION_ADDED, Kind.OPERATION_REMOVED)) {
      return true;
    }
    if (input.matches()) {
      return has(about, Kind.OPERATION_SIGNATURE)
          || has(about, input.group(1) == null ? "" : input.group(1), Kind.Group.INPUTS);
    }
    String[] words = line.split(" ", 3);
    return switch (words[0]) {
      case "method" -> has(about, Kind.OPERATION_RENAMED);
      case "security" -> has(about, Kind.OPERATION_SECURITY);
      case "deprecated" -> has(about, Kind.OPERATION_DEPRECATED, Kind.OPERATION_UNDEPRECATED);
      case "server" -> has(about, Kind.SERVER_CHANGED);
      default ->
          ofAnswer(about, words[0], words.length < 2 ? "" : words[1])
              || (words.length > 1 && ofUnnamed(place.origin() + " response " + words[1]));
    };
  }

  /** An answer without a class shows all that stands in it. */
  private boolean ofUnnamed(String answer) {
    return changes.stream()
        .map(change -> change.subject().structure())
        .anyMatch(structure -> structure.matches(Pattern.quote(answer) + "([./].*)?"));
  }

  /** Of the result also what only Java knows of it. */
  private static boolean ofAnswer(List<Change> about, String word, String status) {
    return about.stream()
        .filter(change -> change.kind().group() == Kind.Group.ANSWERS)
        .map(change -> change.subject().member())
        .anyMatch(
            member ->
                member.equals("answer " + status) || (word.equals("result") && member.isEmpty()));
  }

  private static boolean ofParts(List<Change> about) {
    return has(about, Kind.OPERATION_ADDED, Kind.OPERATION_REMOVED, Kind.OPERATION_RENAMED)
        || has(about, Kind.MEMBERS_RENAMED)
        || about.stream().anyMatch(change -> change.kind().group() == Kind.Group.INPUTS);
  }

  private boolean ofModel(String line) {
    List<Change> about = new ArrayList<>();
    for (Change change : changes) {
      if (OF_ONE_CLASS.contains(change.kind())
          ? change.subject().title().equals(place.origin())
          : place.structures().contains(change.subject().structure())) {
        about.add(change);
      }
    }
    Matcher field = FIELD.matcher(line);
    // A name that was asked for there may be a field now, and the other way round.
    return about.stream().anyMatch(change -> COMES_OR_GOES.contains(change.kind()))
        || has(about, Kind.VALUE_ADDED, Kind.VALUE_REMOVED, Kind.MEMBERS_RENAMED)
        || (field.matches()
            ? has(about, field.group(1), Kind.Group.FIELDS)
            : (line.startsWith("further fields: ")
                    && has(about, Kind.FIELD_ADDED, Kind.FIELD_REMOVED))
                || about.stream()
                    .anyMatch(change -> change.kind().group() == Kind.Group.STRUCTURES));
  }

  /** A class for something unnamed comes, goes and changes with the member that it stands in. */
  private boolean standsInAnotherType(String line, boolean whole) {
    Set<Kind> kinds = new HashSet<>(OTHER_TYPE);
    if (whole) {
      kinds.addAll(Set.of(Kind.ANSWER_ADDED, Kind.ANSWER_REMOVED));
    }
    if (!FIELD.matcher(line).matches()) {
      kinds.addAll(CONSTRAINTS);
    }
    return changes.stream()
        .anyMatch(
            change ->
                (kinds.contains(change.kind()) && place.isWithin(change))
                    || (COMES_OR_GOES.contains(change.kind()) && place.belongsTo(change)));
  }

  private static boolean has(List<Change> about, Kind... kinds) {
    return about.stream().anyMatch(change -> List.of(kinds).contains(change.kind()));
  }

  /** A change of a member, by its name before or after. */
  private static boolean has(List<Change> about, String name, Kind.Group group) {
    return about.stream()
        .filter(change -> change.kind().group() == group || change.kind() == Kind.SPELLING_CHANGED)
        .anyMatch(change -> SurfacePlace.names(change).contains(name));
  }
}
