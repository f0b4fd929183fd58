package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.generator.schema.Constraints;
import io.github.datalab4j.upgrade.document.TypeUse;
import io.github.datalab4j.upgrade.document.WireType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares how values are narrowed beyond their type: {@code maxLength}, {@code readOnly}. */
final class ConstraintComparison {
  private static final String PATTERNS = "patternProperties";
  private static final List<String> PRESENCE = List.of("requires", "dependentRequired");

  private final TypeUse old;
  private final TypeUse now;
  private final Map<String, String> before;
  private final Map<String, String> after;
  private final Direction direction;

  ConstraintComparison(TypeUse old, TypeUse now, Direction direction) {
    this.old = old;
    this.now = now;
    this.before = old.constraints();
    this.after = now.constraints();
    this.direction = direction;
  }

  boolean isSame() {
    return before.equals(after);
  }

  /** Completes a change of the constraints of what the title names; nothing changes in Java. */
  Change change(Change.Builder change, String title) {
    List<String> was = new ArrayList<>();
    List<String> is = new ArrayList<>();
    Level wire = Level.PATCH;
    for (String keyword : differing()) {
      was.add(words(before, keyword));
      is.add(words(after, keyword));
      wire = wire.or(level(keyword));
    }
    String now = String.join(", ", is);
    return change
        .from(String.join(", ", was))
        .to(now)
        .levels(wire, Level.PATCH)
        .message(
            "%s has other constraints: %s; so far %s."
                .formatted(title, now, String.join(", ", was)))
        .advice(
            wire == Level.MAJOR && direction.isSent()
                ? "Send " + title.replaceFirst("^The ", "the ") + " within them: " + now + "."
                : "")
        .build();
  }

  private Iterable<String> differing() {
    TreeSet<String> keywords = new TreeSet<>(before.keySet());
    keywords.addAll(after.keySet());
    keywords.removeIf(
        keyword ->
            before.getOrDefault(keyword, "none").equals(after.getOrDefault(keyword, "none")));
    return keywords;
  }

  private static String words(Map<String, String> constraints, String keyword) {
    String bound = constraints.get(keyword);
    return "`" + (bound == null ? "no " + keyword : (keyword + " " + bound).strip()) + "`";
  }

  /**
   * Narrowed values are for senders to keep to; readers know them all already. An encoding is for
   * both: the same text means something else.
   */
  private Level level(String keyword) {
    String name = keyword.substring(keyword.lastIndexOf(' ') + 1);
    if (name.equals(PATTERNS) || PRESENCE.contains(name)) {
      return ofEach(keyword, name.equals(PATTERNS));
    }
    if (name.equals("contentEncoding")) {
      return Level.MAJOR;
    }
    if (!isTighter(keyword, name)) {
      return Level.MINOR;
    }
    return name.equals("writeOnly")
        ? direction.level(Level.MINOR, Level.MAJOR)
        : direction.level(Level.MAJOR, Level.MINOR);
  }

  /**
   * Each bound counts for itself. One more is for senders to keep to; of one less, readers get what
   * they have never got. A pattern of names is the other way round where it stands for a type that
   * all further fields had: what has another name may hold anything.
   */
  private Level ofEach(String keyword, boolean patterns) {
    Set<String> was = bounds(before, keyword);
    Set<String> is = bounds(after, keyword);
    boolean lessThanAll = patterns && was.isEmpty() && isTyped(old);
    boolean moreThanSome = patterns && is.isEmpty() && isTyped(now);
    boolean tighter = moreThanSome || (!lessThanAll && !was.containsAll(is));
    boolean looser = lessThanAll || (!moreThanSome && !is.containsAll(was));
    return (tighter ? direction.level(Level.MAJOR, Level.MINOR) : Level.PATCH)
        .or(looser ? direction.level(Level.MINOR, Level.MAJOR) : Level.PATCH);
  }

  private static Set<String> bounds(Map<String, String> constraints, String keyword) {
    String bounds = constraints.get(keyword);
    return bounds == null ? Set.of() : new HashSet<>(List.of(bounds.split(Constraints.AND, -1)));
  }

  /** Whether all further fields, or all values of a map, have a type. */
  private static boolean isTyped(TypeUse type) {
    WireType values = type.wire() instanceof WireType.MapOf map ? map.value() : type.wire();
    return !values.equals(WireType.ANYTHING);
  }

  private boolean isTighter(String keyword, String name) {
    if (name.equals("minimum") || name.equals("exclusiveMinimum")) {
      return isBoundTighter(keyword, "minimum", "exclusiveMinimum", 1);
    }
    if (name.equals("maximum") || name.equals("exclusiveMaximum")) {
      return isBoundTighter(keyword, "maximum", "exclusiveMaximum", -1);
    }
    if (name.equals("names") && before.containsKey(keyword) && after.containsKey(keyword)) {
      return !bounds(after, keyword).containsAll(bounds(before, keyword));
    }
    return isOtherTighter(name, before.get(keyword), after.get(keyword));
  }

  /** A bound, whether it is one of the values or not. */
  private boolean isBoundTighter(String keyword, String inclusive, String exclusive, int sign) {
    String inside = keyword.substring(0, keyword.lastIndexOf(' ') + 1);
    Bound old = Bound.of(before, inside + inclusive, inside + exclusive, sign);
    Bound now = Bound.of(after, inside + inclusive, inside + exclusive, sign);
    return now != null && (old == null || now.compareTo(old) > 0);
  }

  private static boolean isOtherTighter(
      String keyword, @Nullable String old, @Nullable String now) {
    if (old == null || now == null) {
      return now != null;
    }
    try {
      int order = new BigDecimal(now).compareTo(new BigDecimal(old));
      boolean upper = keyword.startsWith("max");
      boolean lower = keyword.startsWith("min");
      return upper ? order < 0 : !lower || order > 0;
    } catch (NumberFormatException noNumber) {
      // A pattern, or two bounds at once: what fits the one need not fit the other.
      return true;
    }
  }

  /** The tightest bound of one side; the greater, the tighter. */
  private record Bound(BigDecimal value, boolean exclusive) implements Comparable<Bound> {
    static @Nullable Bound of(
        Map<String, String> constraints, String inclusive, String exclusive, int sign) {
      List<Bound> all = new ArrayList<>();
      add(constraints.get(inclusive), false, sign, all);
      add(constraints.get(exclusive), true, sign, all);
      return all.isEmpty() ? null : Collections.max(all);
    }

    /** Several may hold at once: {@code 5 and 10}. */
    private static void add(@Nullable String bounds, boolean exclusive, int sign, List<Bound> all) {
      if (bounds != null) {
        for (String bound : bounds.split(" and ", -1)) {
          BigDecimal number = new BigDecimal(bound);
          all.add(new Bound(sign < 0 ? number.negate() : number, exclusive));
        }
      }
    }

    @Override
    public int compareTo(Bound other) {
      int order = value.compareTo(other.value);
      return order != 0 ? order : Boolean.compare(exclusive, other.exclusive);
    }
  }
}
