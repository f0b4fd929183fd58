package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.change.Change.Entry.Section;
import io.github.datalab4j.upgrade.document.ApiOperation;
import io.github.datalab4j.upgrade.document.Input;
import io.github.datalab4j.upgrade.document.Nullness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares what an operation is given. */
final class InputComparison {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^/{}]*)}");

  private final TypeComparison types;
  private final ApiOperation before;
  private final ApiOperation after;
  private final String method;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, String> pathNames = new HashMap<>();

  InputComparison(TypeComparison types, ApiOperation before, ApiOperation after) {
    this.types = types;
    this.before = before;
    this.after = after;
    this.method = "`" + after.javaMethod() + "`";
  }

  List<Change> changes() {
    List<Input> removed = new ArrayList<>(before.inputs());
    List<Input> added = new ArrayList<>(after.inputs());
    for (Input input : before.inputs()) {
      Input same = find(added, input.place(), input.name());
      if (same != null) {
        compare(input, same);
        removed.remove(input);
        added.remove(same);
      }
    }
    for (Input input : List.copyOf(removed)) {
      Input other = renamed(input, removed, added);
      if (other != null) {
        renamed(input, other);
        if (input.place().equals("path")) {
          pathNames.put(input.name(), other.name());
        }
        compare(input, other);
        removed.remove(input);
        added.remove(other);
      }
    }
    removed.forEach(this::removed);
    added.forEach(this::added);
    moved();
    return changes;
  }

  private static @Nullable Input find(List<Input> inputs, String place, String name) {
    return inputs.stream()
        .filter(each -> each.place().equals(place) && each.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /**
   * In a path the place decides, unless the name fits another place; elsewhere the only two of one
   * place and type are one.
   */
  private @Nullable Input renamed(Input input, List<Input> removed, List<Input> added) {
    if (input.place().equals("path")) {
      return renamedInPath(input, added);
    }
    List<Input> candidates = added.stream().filter(each -> isLike(input, each)).toList();
    long rivals = removed.stream().filter(each -> isLike(input, each)).count();
    return candidates.size() == 1
            && rivals == 1
            && Names.areAlike(input.name(), candidates.get(0).name())
        ? candidates.get(0)
        : null;
  }

  private @Nullable Input renamedInPath(Input input, List<Input> added) {
    int place = placeholders(before.path()).indexOf(input.name());
    List<String> names = placeholders(after.path());
    Input here = place < 0 || place >= names.size() ? null : find(added, "path", names.get(place));
    if (here != null && Names.areAlike(input.name(), here.name())) {
      return here;
    }
    List<Input> alike =
        added.stream()
            .filter(each -> each.place().equals("path"))
            .filter(each -> Names.areAlike(input.name(), each.name()))
            .toList();
    return alike.size() == 1 ? alike.get(0) : here;
  }

  /** Parameters of the path that stand in another order: a caller's values change places. */
  private void moved() {
    List<String> old = placeholders(before.path());
    old.replaceAll(name -> pathNames.getOrDefault(name, name));
    List<String> now = placeholders(after.path());
    List<String> kept = new ArrayList<>(now);
    kept.retainAll(old);
    old.retainAll(now);
    if (old.equals(kept)) {
      return;
    }
    changes.add(
        Change.of(Kind.INPUT_MOVED, Subject.of(before))
            .from(before.path())
            .to(after.path())
            .levels(Level.MAJOR, Level.PATCH)
            .message(
                "The path parameters of %s change places: `%s`, so far `%s`."
                    .formatted(method, after.path(), before.path()))
            .advice(
                "See whether the calls of %s still give each value its place: they compile."
                    .formatted(method))
            .build());
  }

  private boolean isLike(Input a, Input b) {
    return a.place().equals(b.place()) && types.isSame(a.type().wire(), b.type().wire());
  }

  private static List<String> placeholders(String path) {
    List<String> names = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(path);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private Change.Builder change(Kind kind, Input input) {
    return Change.of(kind, Subject.of(before, input.name()));
  }

  private void added(Input input) {
    String how = input.required() ? "required" : "optional";
    changes.add(
        change(Kind.INPUT_ADDED, input)
            .to(input.type())
            .levels(input.required() ? Level.MAJOR : Level.MINOR, Level.MAJOR)
            .message("%s takes a new, %s %s.".formatted(method, how, input.title()))
            .advice(
                "Add the argument `%s` (%s%s to the calls of %s."
                    .formatted(
                        input.javaName(),
                        Nullness.erase(input.javaType()),
                        input.required() ? ")" : ", null to leave it out)",
                        method))
            .entry(Section.ADDED, method + ": " + input.title() + ", " + how + ".")
            .build());
  }

  private void removed(Input input) {
    boolean aside = input.place().equals("cookie") || input.place().equals("header");
    changes.add(
        change(Kind.INPUT_REMOVED, input)
            .from(input.type())
            .levels(aside ? Level.MINOR : Level.MAJOR, Level.MAJOR)
            .message("%s no longer takes the %s.".formatted(method, input.title()))
            .advice(
                "Drop the argument `%s` from the calls of %s.".formatted(input.javaName(), method))
            .entry(Section.REMOVED, method + ": " + input.title() + ".")
            .build());
  }

  private void renamed(Input old, Input now) {
    boolean inPath = old.place().equals("path");
    changes.add(
        change(Kind.INPUT_RENAMED, old)
            .from(old.name())
            .to(now.name())
            .levels(inPath ? Level.PATCH : Level.MAJOR, Level.PATCH)
            .message(
                "The %s of %s is now called `%s%s"
                    .formatted(
                        old.title(),
                        method,
                        now.name(),
                        inPath ? "`; nothing else is sent." : "`."))
            .build());
  }

  private void compare(Input old, Input now) {
    Level java = types.isSameJava(old.javaType(), now.javaType()) ? Level.PATCH : Level.MAJOR;
    boolean sameShape =
        old.required() == now.required() && old.type().nullable() == now.type().nullable();
    List<Change> values = java == Level.PATCH ? values(old, now) : List.of();
    changes.addAll(values);
    boolean sameWire = !values.isEmpty() || types.isSame(old.type().wire(), now.type().wire());
    if (!sameWire || (java == Level.MAJOR && sameShape)) {
      retyped(old, now, java);
    } else if (!old.type().spelling().equals(now.type().spelling())) {
      spelled(old, now);
    }
    if (old.required() != now.required()) {
      required(old, now, java);
    } else if (old.type().nullable() != now.type().nullable()) {
      nullable(old, now, java);
    }
    if (!old.defaultValue().equals(now.defaultValue())) {
      defaulted(old, now);
    }
    if (!old.encoding().equals(now.encoding())) {
      changes.add(
          change(Kind.INPUT_ENCODING, old)
              .from(old.encoding().isEmpty() ? "the usual one" : old.encoding())
              .to(now.encoding().isEmpty() ? "the usual one" : now.encoding())
              .levels(Level.MAJOR, Level.PATCH)
              .message("The %s of %s is encoded otherwise.".formatted(now.title(), method))
              .build());
    }
    ConstraintComparison constraints =
        new ConstraintComparison(old.type(), now.type(), Direction.REQUEST);
    if (!constraints.isSame()) {
      changes.add(
          constraints.change(
              change(Kind.INPUT_CONSTRAINTS, old), "The " + now.title() + " of " + method));
    }
    if (now.deprecated() && !old.deprecated()) {
      changes.add(
          change(Kind.INPUT_DEPRECATED, old)
              .levels(Level.MINOR, Level.PATCH)
              .message("The %s of %s is deprecated now.".formatted(now.title(), method))
              .entry(Section.DEPRECATED, method + ": " + now.title() + ".")
              .build());
    }
    changes.addAll(
        Meaning.ofText(
            Subject.of(before, old.name()),
            "the " + now.title() + " of " + method,
            old.description(),
            now.description()));
  }

  private List<Change> values(Input old, Input now) {
    return ValuesComparison.of(old.type().wire(), now.type().wire(), Direction.REQUEST)
        .changes(
            change(Kind.INPUT_VALUE_ADDED, old),
            change(Kind.INPUT_VALUE_REMOVED, old),
            "The " + now.title() + " of " + method,
            method + ", " + now.title());
  }

  private void retyped(Input old, Input now, Level java) {
    TypeComparison.Weight weight =
        types.weigh(old.type().wire(), now.type().wire(), Direction.REQUEST);
    boolean onlyJava = types.isSame(old.type().wire(), now.type().wire());
    changes.add(
        change(Kind.INPUT_RETYPED, old)
            .from(onlyJava ? old.javaType() : old.type())
            .to(onlyJava ? now.javaType() : now.type())
            .levels(weight.wire(), java.or(onlyJava ? Level.PATCH : weight.java()))
            .message(
                "The %s of %s is %s, no longer %s"
                    .formatted(
                        now.title(),
                        method,
                        onlyJava ? "`" + now.javaType() + "` in Java" : now.type().toString(),
                        onlyJava ? "`" + old.javaType() + "`." : old.type() + "."))
            .advice("Give `%s` as `%s`.".formatted(now.javaName(), Nullness.erase(now.javaType())))
            .build());
  }

  private void spelled(Input old, Input now) {
    changes.add(
        change(Kind.SPELLING_CHANGED, old)
            .from(old.type().spelling())
            .to(now.type().spelling())
            .message(
                ("The document says `%s` of the %s of %s instead of `%s`; the same is " + "sent.")
                    .formatted(now.type().spelling(), now.title(), method, old.type().spelling()))
            .build());
  }

  private void required(Input old, Input now, Level java) {
    boolean newly = now.required();
    changes.add(
        change(newly ? Kind.INPUT_REQUIRED : Kind.INPUT_OPTIONAL, old)
            .from(newly ? "optional" : "required")
            .to(newly ? "required" : "optional")
            .levels(
                newly ? Level.MAJOR : Level.MINOR,
                newly && Nullness.isNullable(old.javaType()) && !Nullness.isNullable(now.javaType())
                    ? Level.MAJOR
                    : java)
            .message(
                "The %s of %s%s"
                    .formatted(
                        now.title(),
                        method,
                        newly ? " has to be given now." : " may be left out now."))
            .advice(newly ? "Give `" + now.javaName() + "` in every call of " + method + "." : "")
            .build());
  }

  private void nullable(Input old, Input now, Level java) {
    boolean newly = now.type().nullable();
    changes.add(
        change(newly ? Kind.INPUT_NULLABLE : Kind.INPUT_NOT_NULLABLE, old)
            .from(old.type())
            .to(now.type())
            .levels(newly ? Level.MINOR : Level.MAJOR, java)
            .message(
                "The %s of %s%s"
                    .formatted(
                        now.title(),
                        method,
                        newly ? " may be null now." : " may not be null any more."))
            .build());
  }

  private void defaulted(Input old, Input now) {
    String was = old.defaultValue().isEmpty() ? "none" : "`" + old.defaultValue() + "`";
    String is = now.defaultValue().isEmpty() ? "none" : "`" + now.defaultValue() + "`";
    changes.add(
        change(Kind.INPUT_DEFAULT, old)
            .from(old.defaultValue())
            .to(now.defaultValue())
            .levels(Level.MINOR, Level.PATCH)
            .message(
                "Where the %s of %s is left out, its default is %s; so far %s."
                    .formatted(now.title(), method, is, was))
            .advice("Give `" + now.javaName() + "` where the old default has to stay.")
            .build());
  }
}
