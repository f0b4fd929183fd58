package io.github.datalab4j.upgrade.change;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds, for lines of one block of a surface file, a change that tells why they differ. */
final class SurfaceExplanation {
  private static final Pattern INPUT =
      Pattern.compile("(?:path|query|header|cookie|field|part|body)(?: \"(.*?)\")?: .*");
  private static final Pattern FIELD = Pattern.compile("\"(.*?)\": .*");

  private final List<Change> changes;
  private final String member;

  /**
   * For a block.
   *
   * @param subject what the block is about, or stands in
   * @param member where in the subject; empty where it is the whole
   */
  SurfaceExplanation(List<Change> known, Subject subject, String member) {
    this.changes =
        known.stream()
            .filter(change -> !isRemark(change.kind()) && isAbout(change.subject(), subject))
            .toList();
    this.member = member;
  }

  /** What an operation gives or takes without naming it stands under its method's name. */
  private static boolean isAbout(Subject change, Subject subject) {
    if (subject.operation().isEmpty()) {
      String name = subject.structure();
      return !name.isEmpty()
          && (change.structure().equals(name)
              || change.structure().startsWith(name + ".")
              || change.structure().startsWith(name + "/"));
    }
    String method = subject.operation().substring(subject.operation().indexOf('.') + 1);
    return change.operation().equals(subject.operation())
        || change.structure().startsWith(method + ".");
  }

  private static boolean isRemark(Kind kind) {
    return kind == Kind.DESCRIPTION_CHANGED || kind.group() == Kind.Group.MEANING;
  }

  /**
   * Whether a change tells of a line.
   *
   * @param block the kind of the block
   */
  boolean explains(String block, String line) {
    return has(Kind.OPERATION_ADDED, Kind.OPERATION_REMOVED)
        || has(Kind.STRUCTURE_ADDED, Kind.STRUCTURE_REMOVED)
        || switch (block) {
          case "operation" -> ofOperation(line);
          case "parts" -> has(Kind.Group.INPUTS) || has(Kind.OPERATION_RENAMED);
          default -> member.isEmpty() ? ofModel(line) : ofInlineModel();
        };
  }

  private boolean ofOperation(String line) {
    Matcher input = INPUT.matcher(line);
    if (input.matches()) {
      return has(Kind.OPERATION_SIGNATURE)
          || has(input.group(1) == null ? "" : input.group(1), Kind.Group.INPUTS);
    }
    return switch (line.split(" ", 2)[0]) {
      case "method" -> has(Kind.OPERATION_RENAMED);
      case "security" -> has(Kind.OPERATION_SECURITY);
      case "deprecated" -> has(Kind.OPERATION_DEPRECATED, Kind.OPERATION_UNDEPRECATED);
      default -> has(Kind.Group.ANSWERS);
    };
  }

  private boolean ofModel(String line) {
    Matcher field = FIELD.matcher(line);
    return has(Kind.STRUCTURE_RETYPED)
        || (field.matches() && has(field.group(1), Kind.Group.FIELDS))
        || (!field.matches() && has("", Kind.Group.STRUCTURES))
        || has(Kind.VALUE_ADDED, Kind.VALUE_REMOVED);
  }

  /** A class for something unnamed comes, goes and changes with the member that it stands in. */
  private boolean ofInlineModel() {
    return changes.stream()
        .anyMatch(
            change ->
                change.subject().member().equals(member)
                    || !change.subject().operation().isEmpty()
                    || change.subject().structure().contains("." + member));
  }

  private boolean has(Kind... kinds) {
    return changes.stream().anyMatch(change -> List.of(kinds).contains(change.kind()));
  }

  private boolean has(Kind.Group group) {
    return changes.stream().anyMatch(change -> change.kind().group() == group);
  }

  /** A change of a member, by its name before or after. */
  private boolean has(String name, Kind.Group group) {
    return changes.stream()
        .filter(change -> change.kind().group() == group || isSpelling(change))
        .anyMatch(change -> change.subject().member().equals(name) || change.after().equals(name));
  }

  private static boolean isSpelling(Change change) {
    return change.kind() == Kind.SPELLING_CHANGED;
  }
}
