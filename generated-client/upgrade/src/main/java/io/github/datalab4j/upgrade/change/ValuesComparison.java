package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.change.Change.Entry.Section;
import io.github.datalab4j.upgrade.document.WireType;
import java.util.ArrayList;
import java.util.List;

/** Compares the values of one enum, which has a name or stands in a field or an input. */
final class ValuesComparison {
  private final List<String> added;
  private final List<String> removed;
  private final boolean sameKind;
  private final Direction direction;

  ValuesComparison(List<String> before, List<String> after, Direction direction) {
    this.added = new ArrayList<>(after);
    this.added.removeAll(before);
    this.removed = new ArrayList<>(before);
    this.removed.removeAll(after);
    this.sameKind = areTexts(before) == areTexts(after);
    this.direction = direction;
  }

  /** Of two types; finds nothing where more than the values differs. */
  static ValuesComparison of(WireType before, WireType after, Direction direction) {
    if (before instanceof WireType.ListOf a
        && after instanceof WireType.ListOf b
        && a.nullableElement() == b.nullableElement()) {
      return of(a.element(), b.element(), direction);
    }
    if (before instanceof WireType.MapOf a
        && after instanceof WireType.MapOf b
        && a.nullableValue() == b.nullableValue()) {
      return of(a.value(), b.value(), direction);
    }
    return before instanceof WireType.Values a && after instanceof WireType.Values b
        ? new ValuesComparison(a.values(), b.values(), direction)
        : new ValuesComparison(List.of(), List.of(), direction);
  }

  /** As JSON: of numbers else. */
  static boolean areTexts(List<String> values) {
    return values.stream().allMatch(value -> value.startsWith("\""));
  }

  /**
   * At most one change of each kind.
   *
   * @param title what has the values, for people
   * @param java what has them in Java
   */
  List<Change> changes(Change.Builder more, Change.Builder fewer, String title, String java) {
    List<Change> changes = new ArrayList<>();
    String what = title.replaceFirst("^The ", "the ");
    if (!added.isEmpty()) {
      changes.add(
          more.to(String.join(", ", added))
              .levels(sameKind ? Level.MINOR : Level.MAJOR, Level.MINOR)
              .message("%s has new values: %s.".formatted(title, Words.list(added)))
              .advice(
                  direction.isRead()
                      ? "Handle the new values of " + what + " where all known ones are told apart."
                      : "")
              .entry(Section.ADDED, java + ": " + Words.list(added) + ".")
              .build());
    }
    if (!removed.isEmpty()) {
      changes.add(
          fewer
              .from(String.join(", ", removed))
              .levels(direction.level(Level.MAJOR, Level.MINOR), Level.MAJOR)
              .message("%s no longer has %s.".formatted(title, Words.list(removed)))
              .advice(
                  "Remove the uses of the constants for "
                      + Words.list(removed)
                      + " of "
                      + what
                      + ".")
              .entry(Section.REMOVED, java + ": " + Words.list(removed) + ".")
              .build());
    }
    return changes;
  }
}
