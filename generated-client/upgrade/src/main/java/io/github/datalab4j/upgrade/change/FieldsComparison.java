package io.github.datalab4j.upgrade.change;

import static java.util.Objects.requireNonNull;

import io.github.datalab4j.upgrade.change.Change.Entry.Section;
import io.github.datalab4j.upgrade.document.Field;
import io.github.datalab4j.upgrade.document.Nullness;
import io.github.datalab4j.upgrade.document.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the fields of an object: which are there, and whether ids moved among them. */
final class FieldsComparison {
  private final TypeComparison types;
  private final Structure before;
  private final Structure after;
  private final Direction direction;
  private final List<Change> changes = new ArrayList<>();
  private final Set<String> explained = new HashSet<>();

  FieldsComparison(TypeComparison types, Pair<Structure> pair, Direction direction) {
    this.types = types;
    this.before = pair.before();
    this.after = pair.after();
    this.direction = direction;
  }

  List<Change> changes() {
    idsMoved();
    Map<String, Field> removed = new LinkedHashMap<>(before.fields());
    Map<String, Field> added = new LinkedHashMap<>(after.fields());
    removed.keySet().removeAll(after.fields().keySet());
    added.keySet().removeAll(before.fields().keySet());
    for (Field old : List.copyOf(removed.values())) {
      Field now = renamed(old, removed, added);
      if (now != null) {
        renamed(old, now);
        compare(old, now);
        removed.remove(old.name());
        added.remove(now.name());
      }
    }
    removed.values().forEach(this::removed);
    added.values().forEach(this::added);
    for (Field old : before.fields().values()) {
      Field now = after.fields().get(old.name());
      if (now != null) {
        compare(old, now);
      }
    }
    return changes;
  }

  private void compare(Field old, Field now) {
    changes.addAll(
        new FieldComparison(types, before, after.name(), direction, explained.contains(old.name()))
            .changes(old, now));
  }

  /** Ids of one kind that were described in one field, and now are in another one. */
  private void idsMoved() {
    Map<String, Set<String>> old = fieldsByPrefix(before);
    Map<String, Set<String>> now = fieldsByPrefix(after);
    old.forEach(
        (prefix, fields) -> {
          Set<String> others = now.getOrDefault(prefix, Set.of());
          for (String field : fields) {
            Field left = after.fields().get(field);
            if (left != null && !others.isEmpty() && !others.contains(field)) {
              idMoved(prefix, requireNonNull(before.fields().get(field)), left, others);
            }
          }
        });
  }

  private static Map<String, Set<String>> fieldsByPrefix(Structure structure) {
    Map<String, Set<String>> byPrefix = new LinkedHashMap<>();
    for (Field field : structure.fields().values()) {
      for (String prefix : Words.idPrefixes(field.description())) {
        byPrefix.computeIfAbsent(prefix, p -> new LinkedHashSet<>()).add(field.name());
      }
    }
    return byPrefix;
  }

  private void idMoved(String prefix, Field old, Field left, Set<String> others) {
    explained.add(old.name());
    Set<String> holds = Words.idPrefixes(left.description());
    String ids = Meaning.stars(Set.of(prefix));
    String rest =
        holds.isEmpty() ? "no longer says what it holds" : "holds " + Meaning.stars(holds);
    List<String> accessors =
        after.fields().values().stream()
            .filter(field -> others.contains(field.name()))
            .map(field -> field.java().name() + "()")
            .toList();
    changes.add(
        Change.of(Kind.MEANING_MOVED, Subject.of(before, old.name()))
            .from("`" + old.name() + "`: " + old.description())
            .to("`" + old.name() + "`: " + left.description())
            .levels(Level.MAJOR, Level.PATCH)
            .message(
                ("`%s` of `%s` means something else: the ids %s are now in %s, and `%s` " + "%s.")
                    .formatted(old.name(), after.name(), ids, Words.list(others), old.name(), rest))
            .advice(
                ("Where code reads `%s()` for %s, read %s. It compiles unchanged and "
                        + "would silently take the wrong id; so would ids that were stored.")
                    .formatted(old.java().name(), ids, Words.list(accessors)))
            .build());
  }

  /** One of the same type and of an alike name or the same description, if just one fits. */
  private @Nullable Field renamed(Field old, Map<String, Field> removed, Map<String, Field> added) {
    List<Field> candidates = added.values().stream().filter(now -> isLike(old, now)).toList();
    if (candidates.size() != 1) {
      return null;
    }
    Field now = candidates.get(0);
    return removed.values().stream().filter(each -> isLike(each, now)).count() == 1 ? now : null;
  }

  private boolean isLike(Field old, Field now) {
    Set<String> ids = Words.idPrefixes(old.description());
    Set<String> others = Words.idPrefixes(now.description());
    boolean sameText = !old.description().isEmpty() && old.description().equals(now.description());
    return types.isSame(old.type().wire(), now.type().wire())
        && ids.equals(others)
        && (sameText || !ids.isEmpty() || Names.areAlike(old.name(), now.name()));
  }

  private void renamed(Field old, Field now) {
    boolean sameJava = old.java().name().equals(now.java().name());
    changes.add(
        Change.of(Kind.FIELD_RENAMED, Subject.of(before, old.name()))
            .from(old.name())
            .to(now.name())
            .levels(Level.MAJOR, sameJava ? Level.PATCH : Level.MAJOR)
            .message(
                "The field `%s` of `%s` is now called `%s`."
                    .formatted(old.name(), after.name(), now.name()))
            .advice("Write `%s()` for `%s()`.".formatted(now.java().name(), old.java().name()))
            .build());
  }

  private void removed(Field field) {
    changes.add(
        Change.of(Kind.FIELD_REMOVED, Subject.of(before, field.name()))
            .from(field.type())
            .levels(Level.MAJOR, field.java().isKnown() ? Level.MAJOR : Level.PATCH)
            .message("The field `%s` of `%s` is gone.".formatted(field.name(), after.name()))
            .advice(withoutIt(field))
            .entry(
                Section.REMOVED,
                field.java().isKnown()
                    ? "`" + after.className() + "." + field.java().name() + "()`."
                    : "")
            .build());
  }

  private String withoutIt(Field field) {
    if (!field.java().isKnown()) {
      return "";
    }
    return direction.isRead()
        ? "Do without `" + field.java().name() + "()` of `" + before.className() + "`."
        : "Do not set `" + field.java().name() + "` of `" + before.className() + "`.";
  }

  private void added(Field field) {
    boolean mustSend =
        field.required()
            && direction.isSent()
            && !field.type().constraints().containsKey("readOnly");
    Level level = mustSend ? Level.MAJOR : Level.MINOR;
    // So far it was asked for without being described.
    Level wire = before.type().requires(field.name()) ? Level.MINOR : level;
    String how = field.required() ? "required" : "optional";
    changes.add(
        Change.of(Kind.FIELD_ADDED, Subject.of(before, field.name()))
            .to(field.type())
            .levels(wire, field.java().isKnown() ? level : Level.PATCH)
            .message(
                "`%s` has a new, %s field `%s` (%s).%s"
                    .formatted(
                        after.name(),
                        how,
                        field.name(),
                        field.type(),
                        field.required() && direction.isRead() && field.java().isKnown()
                            ? " An answer without it is no longer understood."
                            : ""))
            .advice(
                mustSend
                    ? "Set `"
                        + (field.java().isKnown() ? field.java().name() : field.name())
                        + "` wherever a `"
                        + after.className()
                        + "` is built."
                    : "")
            .entry(
                Section.ADDED,
                "`"
                    + after.className()
                    + "."
                    + (field.java().isKnown() ? field.java().name() + "()" : field.name())
                    + "`: "
                    + (field.description().isEmpty()
                        ? Nullness.erase(field.type().toString()) + "."
                        : Words.shortened(field.description())))
            .build());
  }
}
