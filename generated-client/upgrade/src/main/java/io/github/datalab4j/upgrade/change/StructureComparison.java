package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.Field;
import io.github.datalab4j.upgrade.document.Structure;
import io.github.datalab4j.upgrade.document.TypeUse;

/** Compares one schema with itself. */
final class StructureComparison {
  private final Comparison comparison;
  private final Pair<Structure> pair;
  private final Structure before;
  private final Structure after;
  private final Direction direction;

  StructureComparison(Comparison comparison, Pair<Structure> pair) {
    this.comparison = comparison;
    this.pair = pair;
    this.before = pair.before();
    this.after = pair.after();
    this.direction = comparison.direction(pair);
  }

  void compare() {
    renamed();
    constraints();
    if (before.isObject() && after.isObject()) {
      new FieldsComparison(comparison.types(), pair, direction).changes().forEach(this::add);
      further();
      closed();
    } else if (!before.values().isEmpty() && !after.values().isEmpty()) {
      values();
    } else {
      retyped(before.type(), after.type());
      if (before.kind() == after.kind()) {
        new FieldsComparison(comparison.types(), pair, direction).changes().forEach(this::add);
        closed();
      }
    }
    Meaning.ofText(
            Subject.of(before),
            "the schema `" + after.name() + "`",
            before.description(),
            after.description())
        .forEach(this::add);
  }

  private void add(Change change) {
    comparison.add(change, pair);
  }

  private void renamed() {
    if (before.name().equals(after.name()) || !after.component()) {
      return;
    }
    boolean sameClass = before.className().equals(after.className());
    add(
        Change.of(Kind.STRUCTURE_RENAMED, Subject.of(before))
            .from(before.name())
            .to(after.name())
            .levels(Level.PATCH, sameClass ? Level.PATCH : Level.MAJOR)
            .message("The schema `%s` is now called `%s`.".formatted(before.name(), after.name()))
            .advice(
                sameClass
                    ? ""
                    : "Write `" + after.className() + "` for `" + before.className() + "`.")
            .build());
  }

  private void retyped(TypeUse old, TypeUse now) {
    boolean sameKind = before.kind() == after.kind();
    if (sameKind && comparison.types().isSame(old.wire(), now.wire())) {
      return;
    }
    TypeComparison.Weight weight =
        sameKind
            ? comparison.types().weigh(old.wire(), now.wire(), direction)
            : new TypeComparison.Weight(Level.MAJOR, Level.MAJOR);
    String was = before.isObject() ? "an object with fields" : old.toString();
    String is = after.isObject() ? "an object with fields" : now.toString();
    add(
        Change.of(Kind.STRUCTURE_RETYPED, Subject.of(before))
            .from(was)
            .to(is)
            .levels(weight.wire(), weight.java())
            .message("The schema `%s` is %s, no longer %s.".formatted(after.name(), is, was))
            .advice(
                weight.java() == Level.MAJOR
                    ? "Change the code that uses the class `" + before.className() + "`."
                    : "")
            .build());
  }

  private void further() {
    if (!comparison.types().isSame(before.further().wire(), after.further().wire())) {
      TypeComparison.Weight weight =
          comparison.types().weigh(before.further().wire(), after.further().wire(), direction);
      add(
          Change.of(Kind.STRUCTURE_RETYPED, Subject.of(before))
              .from(before.further())
              .to(after.further())
              .levels(weight.wire(), Level.MAJOR)
              .message(
                  "Further fields of `%s` hold %s, no longer %s."
                      .formatted(after.name(), after.further(), before.further()))
              .build());
    } else if (before.further().nullable() != after.further().nullable()) {
      boolean newly = after.further().nullable();
      add(
          Change.of(Kind.STRUCTURE_RETYPED, Subject.of(before))
              .from(before.further())
              .to(after.further())
              .levels(
                  newly
                      ? direction.level(Level.MINOR, Level.MAJOR)
                      : direction.level(Level.MAJOR, Level.MINOR),
                  newly ? Level.MAJOR : Level.PATCH)
              .message(
                  "Further fields of `%s` may %s."
                      .formatted(after.name(), newly ? "be null now" : "not be null any more"))
              .build());
    }
  }

  private void constraints() {
    ConstraintComparison own =
        new ConstraintComparison(asked(before, after), asked(after, before), direction);
    if (!own.isSame()) {
      add(
          own.change(
              Change.of(Kind.STRUCTURE_CONSTRAINTS, Subject.of(before)),
              "The schema `" + after.name() + "`"));
    }
    ConstraintComparison further =
        new ConstraintComparison(before.further(), after.further(), direction);
    if (!further.isSame()) {
      add(
          further.change(
              Change.of(Kind.STRUCTURE_CONSTRAINTS, Subject.of(before)),
              "A further field of `" + after.name() + "`"));
    }
  }

  /** A field that has to be there either way is no matter of constraints: it is described now. */
  private static TypeUse asked(Structure structure, Structure other) {
    return structure
        .type()
        .notRequiring(
            other.fields().values().stream().filter(Field::required).map(Field::name).toList());
  }

  private void closed() {
    if (before.closed() == after.closed()) {
      return;
    }
    boolean newly = after.closed();
    add(
        Change.of(newly ? Kind.STRUCTURE_CLOSED : Kind.STRUCTURE_OPENED, Subject.of(before))
            .levels(newly ? direction.level(Level.MAJOR, Level.MINOR) : Level.MINOR, Level.PATCH)
            .message(
                "`%s` %s fields that the document does not name."
                    .formatted(after.name(), newly ? "rules out" : "no longer rules out"))
            .advice(
                newly && direction.isSent()
                    ? "Send no additional properties in a `" + after.className() + "`."
                    : "")
            .build());
  }

  private void values() {
    new ValuesComparison(before.values(), after.values(), direction)
        .changes(
            Change.of(Kind.VALUE_ADDED, Subject.of(before)),
            Change.of(Kind.VALUE_REMOVED, Subject.of(before)),
            "`" + after.name() + "`",
            "`" + after.className() + "`")
        .forEach(this::add);
  }
}
