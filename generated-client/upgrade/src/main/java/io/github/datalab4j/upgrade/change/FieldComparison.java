package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.change.Change.Entry.Section;
import io.github.datalab4j.upgrade.document.Field;
import io.github.datalab4j.upgrade.document.Member;
import io.github.datalab4j.upgrade.document.Nullness;
import io.github.datalab4j.upgrade.document.Structure;
import java.util.ArrayList;
import java.util.List;

/** Compares one field with itself. */
final class FieldComparison {
  private final TypeComparison types;
  private final Structure owner;
  private final String ownerName;
  private final Direction direction;
  private final boolean meaningKnown;
  private final List<Change> changes = new ArrayList<>();

  /**
   * A comparison of fields of one object.
   *
   * @param meaningKnown whether it is already told how the field's meaning changed
   */
  FieldComparison(
      TypeComparison types,
      Structure owner,
      String ownerName,
      Direction direction,
      boolean meaningKnown) {
    this.types = types;
    this.owner = owner;
    this.ownerName = ownerName;
    this.direction = direction;
    this.meaningKnown = meaningKnown;
  }

  List<Change> changes(Field old, Field now) {
    Level java = java(old.java(), now.java());
    List<Change> values = values(old, now);
    changes.addAll(values);
    boolean sameWire = !values.isEmpty() || types.isSame(old.type().wire(), now.type().wire());
    boolean sameShape =
        old.required() == now.required() && old.type().nullable() == now.type().nullable();
    if (!sameWire || (java == Level.MAJOR && sameShape)) {
      retyped(old, now, java, sameWire);
    } else if (!old.type().spelling().equals(now.type().spelling())) {
      spelled(old, now);
    }
    if (old.required() != now.required()) {
      required(old, now, sameWire ? java : Level.PATCH);
    }
    if (old.type().nullable() != now.type().nullable()) {
      nullable(old, now, sameWire ? java : Level.PATCH);
    }
    if (!old.defaultValue().equals(now.defaultValue())) {
      defaulted(old, now);
    }
    ConstraintComparison constraints = new ConstraintComparison(old.type(), now.type(), direction);
    if (!constraints.isSame()) {
      changes.add(constraints.change(change(Kind.FIELD_CONSTRAINTS, old), title(now)));
    }
    if (now.deprecated() && !old.deprecated()) {
      changes.add(
          change(Kind.FIELD_DEPRECATED, old)
              .levels(Level.MINOR, Level.MINOR)
              .message(title(now) + " is deprecated now.")
              .entry(Section.DEPRECATED, "`" + owner.className() + "." + now.java().name() + "()`.")
              .build());
    }
    if (!meaningKnown) {
      changes.addAll(
          Meaning.ofText(
              Subject.of(owner, old.name()),
              "`" + now.name() + "` of `" + ownerName + "`",
              old.description(),
              now.description()));
    }
    return changes;
  }

  private Change.Builder change(Kind kind, Field field) {
    return Change.of(kind, Subject.of(owner, field.name()));
  }

  private String title(Field field) {
    return "`" + field.name() + "` of `" + ownerName + "`";
  }

  /** What compiled code and careful callers notice of the accessor and the builder. */
  private Level java(Member old, Member now) {
    if (!old.isKnown() || !now.isKnown()) {
      return Level.PATCH;
    }
    boolean accessor = types.isSameJava(old.result(), now.result());
    boolean builder = types.isSameJava(old.parameter(), now.parameter());
    boolean lostPresence = !old.presence().isEmpty() && now.presence().isEmpty();
    boolean newlyNull = Nullness.isNullable(now.result()) && !Nullness.isNullable(old.result());
    boolean mustBuild =
        direction.isSent()
            && Nullness.isNullable(old.parameter())
            && !Nullness.isNullable(now.parameter());
    if (!accessor || !builder || lostPresence || newlyNull || mustBuild) {
      return Level.MAJOR;
    }
    return old.presence().equals(now.presence()) ? Level.PATCH : Level.MINOR;
  }

  private List<Change> values(Field old, Field now) {
    String java =
        now.java().isKnown()
            ? "`" + owner.className() + "." + now.java().name() + "()`"
            : title(now);
    return types.isSameJava(old.java().result(), now.java().result())
        ? ValuesComparison.of(old.type().wire(), now.type().wire(), direction)
            .changes(
                change(Kind.FIELD_VALUE_ADDED, old),
                change(Kind.FIELD_VALUE_REMOVED, old),
                title(now),
                java)
        : List.of();
  }

  private void retyped(Field old, Field now, Level java, boolean sameWire) {
    TypeComparison.Weight weight = types.weigh(old.type().wire(), now.type().wire(), direction);
    String was = sameWire ? "`" + old.java().result() + "`" : old.type().toString();
    String is = sameWire ? "`" + now.java().result() + "` in Java" : now.type().toString();
    Level level = now.java().isKnown() && sameWire ? java : java.or(weight.java());
    changes.add(
        change(Kind.FIELD_RETYPED, old)
            .from(was)
            .to(is)
            .levels(weight.wire(), level)
            .message("%s is %s, no longer %s.".formatted(title(now), is, was))
            .advice(level == Level.MAJOR ? use(old, now) : "")
            .build());
  }

  private String use(Field old, Field now) {
    String code = "Change the code that uses `" + now.java().name() + "()` of `";
    return types.isSameJava(old.java().result(), now.java().result())
        ? code + owner.className() + "`: what it gives has other alternatives."
        : code + owner.className() + "`: it is `" + Nullness.erase(now.java().result()) + "` now.";
  }

  private void spelled(Field old, Field now) {
    changes.add(
        change(Kind.SPELLING_CHANGED, old)
            .from(old.type().spelling())
            .to(now.type().spelling())
            .message(
                "The document says `%s` of %s instead of `%s`; the same is sent."
                    .formatted(now.type().spelling(), title(now), old.type().spelling()))
            .build());
  }

  private void required(Field old, Field now, Level java) {
    boolean newly = now.required();
    changes.add(
        change(newly ? Kind.FIELD_REQUIRED : Kind.FIELD_OPTIONAL, old)
            .from(newly ? "optional" : "required")
            .to(newly ? "required" : "optional")
            .levels(
                newly ? level(now, Level.MAJOR, Level.MINOR) : level(now, Level.MINOR, Level.MAJOR),
                java)
            .message(
                title(now)
                    + (newly ? " is always there now." : " may be absent now.")
                    + (newly && direction.isRead()
                        ? " An answer without it is no longer understood."
                        : ""))
            .advice(required(old, now, newly))
            .build());
  }

  /** What is read only is sent by no caller, whatever the rest of the schema does. */
  private Level level(Field field, Level toSenders, Level toReaders) {
    boolean sent = direction.isSent() && !field.type().constraints().containsKey("readOnly");
    boolean read = direction.isRead() && !field.type().constraints().containsKey("writeOnly");
    return (sent ? toSenders : Level.PATCH).or(read ? toReaders : Level.PATCH);
  }

  private String required(Field old, Field now, boolean newly) {
    if (!newly) {
      return direction.isRead() ? "Expect `" + now.java().name() + "()` to be null." : "";
    }
    String set =
        direction.isSent()
            ? "Set `" + now.java().name() + "` wherever a `" + owner.className() + "` is built. "
            : "";
    String presence =
        !old.java().presence().isEmpty() && now.java().presence().isEmpty()
            ? "Drop the calls of `" + old.java().presence() + "()`: it is always there."
            : "";
    return (set + presence).strip();
  }

  private void nullable(Field old, Field now, Level java) {
    boolean newly = now.type().nullable();
    changes.add(
        change(newly ? Kind.FIELD_NULLABLE : Kind.FIELD_NOT_NULLABLE, old)
            .from(old.type())
            .to(now.type())
            .levels(
                newly
                    ? direction.level(Level.MINOR, Level.MAJOR)
                    : direction.level(Level.MAJOR, Level.MINOR),
                java)
            .message(title(now) + (newly ? " may be null now." : " is never null any more."))
            .advice(
                newly && direction.isRead()
                    ? "Expect `" + now.java().name() + "()` to be null."
                    : "")
            .build());
  }

  private void defaulted(Field old, Field now) {
    String was = old.defaultValue().isEmpty() ? "none" : "`" + old.defaultValue() + "`";
    String is = now.defaultValue().isEmpty() ? "none" : "`" + now.defaultValue() + "`";
    changes.add(
        change(Kind.FIELD_DEFAULT, old)
            .from(old.defaultValue())
            .to(now.defaultValue())
            .levels(Level.MINOR, Level.MINOR)
            .message(
                "Where %s is absent, its default is %s; so far %s.".formatted(title(now), is, was))
            .advice("Look at code that relies on the default of `" + now.java().name() + "()`.")
            .build());
  }
}
