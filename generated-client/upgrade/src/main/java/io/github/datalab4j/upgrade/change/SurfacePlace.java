package io.github.datalab4j.upgrade.change;

import java.util.List;
import java.util.Set;

/**
 * Where a block of a surface file belongs, in the names of the older document.
 *
 * @param origin what the block is about
 * @param structures the structures whose fields and alternatives the block shows
 * @param owners what it stands in, the nearest first; operations by their Java methods
 */
record SurfacePlace(String origin, Set<String> structures, List<Owner> owners) {
  /** The Java method that it is about, or stands in; else empty. */
  String operation() {
    return outermost().operation();
  }

  Owner outermost() {
    return owners.get(owners.size() - 1);
  }

  /** Whether a change is about something that this stands in. */
  boolean belongsTo(Change change) {
    Subject subject = change.subject();
    return owners.stream()
        .anyMatch(
            owner ->
                owner.operation().isEmpty()
                    ? !owner.structure().isEmpty() && owner.structure().equals(subject.structure())
                    : owner.operation().equals(subject.operation()));
  }

  /** Whether a change is about a member that this stands in, by its name before or after. */
  boolean isWithin(Change change) {
    return owners.stream().anyMatch(owner -> isWithin(owner, change));
  }

  private static boolean isWithin(Owner owner, Change change) {
    return owner.operation().isEmpty()
        ? isWithinStructure(owner, change)
        : owner.operation().equals(change.subject().operation())
            && isWithinOperation(owner, change);
  }

  private static boolean isWithinOperation(Owner owner, Change change) {
    if (isAnswer(change)) {
      return owner.isIn(" response") && isTyped(change.subject());
    }
    return names(change).stream().anyMatch(owner::isInInput);
  }

  private static boolean isWithinStructure(Owner owner, Change change) {
    Subject subject = change.subject();
    if (owner.structure().isEmpty() || !owner.structure().equals(subject.structure())) {
      return false;
    }
    return owner.member().isEmpty()
        ? subject.member().isEmpty()
        : names(change).stream().anyMatch(name -> owner.isIn("." + name));
  }

  /** The names of the member that a change is about: before, and after. */
  static List<String> names(Change change) {
    String member = change.subject().member();
    boolean renamed = change.kind() == Kind.FIELD_RENAMED || change.kind() == Kind.INPUT_RENAMED;
    return renamed ? List.of(member, change.after()) : List.of(member);
  }

  private static boolean isAnswer(Change change) {
    return change.kind().group() == Kind.Group.ANSWERS;
  }

  /** Only what a method returns has classes. */
  private static boolean isTyped(Subject subject) {
    return subject.member().isEmpty() || subject.member().matches("answer (2..|default)");
  }
}
