package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.Nullness;
import io.github.datalab4j.upgrade.document.WireType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much it means that a value is of another type. */
final class TypeComparison {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Weight SAME = new Weight(Level.PATCH, Level.PATCH);
  private static final Weight OTHER = new Weight(Level.MAJOR, Level.MAJOR);

  private final StructurePairs structures;
  private final Map<String, String> classNames;

  TypeComparison(StructurePairs structures) {
    this.structures = structures;
    this.classNames = structures.classNames();
  }

  /** What a change of type asks for: on the wire, and in Java where the Java type is the same. */
  record Weight(Level wire, Level java) {}

  boolean isSame(WireType before, WireType after) {
    return renamed(before).equals(after);
  }

  /** The Java type as the newer document would call it. */
  boolean isSameJava(String before, String after) {
    return renamedClasses(Nullness.erase(before)).equals(Nullness.erase(after));
  }

  /** A text with the names that the classes in it have in the newer document. */
  String renamedClasses(String text) {
    return WORD.matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(classNames.getOrDefault(match.group(), match.group())));
  }

  Weight weigh(WireType before, WireType after, Direction direction) {
    return weighRenamed(renamed(before), after, direction);
  }

  private WireType renamed(WireType type) {
    if (type instanceof WireType.Named named) {
      return new WireType.Named(structures.rename(named.structure()));
    }
    if (type instanceof WireType.ListOf list) {
      return new WireType.ListOf(renamed(list.element()), list.nullableElement());
    }
    if (type instanceof WireType.MapOf map) {
      return new WireType.MapOf(renamed(map.value()), map.nullableValue());
    }
    return type instanceof WireType.OneOf union
        ? new WireType.OneOf(union.alternatives().stream().map(this::renamed).toList())
        : type;
  }

  private static Weight weighRenamed(WireType before, WireType after, Direction direction) {
    if (before.equals(after)) {
      return SAME;
    }
    if (before instanceof WireType.ListOf a && after instanceof WireType.ListOf b) {
      Weight inside = weighRenamed(a.element(), b.element(), direction);
      return withNull(inside, a.nullableElement(), b.nullableElement(), direction);
    }
    if (before instanceof WireType.MapOf a && after instanceof WireType.MapOf b) {
      Weight inside = weighRenamed(a.value(), b.value(), direction);
      return withNull(inside, a.nullableValue(), b.nullableValue(), direction);
    }
    if (before instanceof WireType.Values a && after instanceof WireType.Values b) {
      return weighSets(a.values(), b.values(), direction);
    }
    if (before instanceof WireType.OneOf || after instanceof WireType.OneOf) {
      Weight sets = weighSets(alternatives(before), alternatives(after), direction);
      boolean newUnion = !(before instanceof WireType.OneOf) && sets.java() == Level.MINOR;
      return newUnion ? new Weight(direction.level(Level.MINOR, Level.MAJOR), Level.MAJOR) : sets;
    }
    if (isWider(before, after)) {
      return new Weight(direction.level(Level.MINOR, Level.MAJOR), SAME.java());
    }
    if (isWider(after, before)) {
      return new Weight(direction.level(Level.MAJOR, Level.MINOR), SAME.java());
    }
    if (before instanceof WireType.Scalar a && after instanceof WireType.Scalar b) {
      return a.name().equals(b.name()) ? ofFormat(b.format(), direction) : OTHER;
    }
    return OTHER;
  }

  /** Senders have to keep to a format, but for the widest one, which is meant without any too. */
  private static Weight ofFormat(String now, Direction direction) {
    boolean wide = List.of("", "int64", "double").contains(now);
    return new Weight(wide ? Level.MINOR : direction.level(Level.MAJOR, Level.MINOR), Level.PATCH);
  }

  private static Weight withNull(Weight inside, boolean before, boolean after, Direction to) {
    if (before == after) {
      return inside;
    }
    Level wire = after ? to.level(Level.MINOR, Level.MAJOR) : to.level(Level.MAJOR, Level.MINOR);
    return new Weight(inside.wire().or(wire), inside.java().or(wire));
  }

  private static List<WireType> alternatives(WireType type) {
    return type instanceof WireType.OneOf union ? union.alternatives() : List.of(type);
  }

  /** Alternatives or values. Readers keep what they do not know, but cannot handle it. */
  private static Weight weighSets(List<?> before, List<?> after, Direction direction) {
    List<Object> added = new ArrayList<>(after);
    added.removeAll(before);
    List<Object> removed = new ArrayList<>(before);
    removed.removeAll(after);
    if (!added.isEmpty() && !removed.isEmpty()) {
      return OTHER;
    }
    if (!added.isEmpty()) {
      return new Weight(Level.MINOR, Level.MINOR);
    }
    return removed.isEmpty()
        ? new Weight(Level.PATCH, Level.MINOR)
        : new Weight(direction.level(Level.MAJOR, Level.MINOR), Level.MAJOR);
  }

  /** Whether every value of the one is one of the other. */
  private static boolean isWider(WireType narrow, WireType wide) {
    if (wide.equals(WireType.ANYTHING)) {
      return true;
    }
    if (narrow instanceof WireType.Values values && wide instanceof WireType.Scalar scalar) {
      return scalar.name().equals("text") && ValuesComparison.areTexts(values.values());
    }
    return narrow instanceof WireType.Scalar a
        && wide instanceof WireType.Scalar b
        && a.name().equals("integer")
        && b.name().equals("number");
  }
}
