package io.github.datalab4j.upgrade.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks in descriptions for hints that the same thing means something else. */
final class Meaning {
  private Meaning() {}

  /**
   * At most one change.
   *
   * @param what is described, for people
   */
  static List<Change> ofText(Subject subject, String what, String before, String after) {
    if (before.equals(after)) {
      return List.of();
    }
    if (!Words.idPrefixes(before).equals(Words.idPrefixes(after))) {
      return List.of(ids(subject, what, before, after));
    }
    if (!Words.units(before).equals(Words.units(after)) && !before.isEmpty()) {
      return List.of(
          hint(subject, what, before, after, Level.MAJOR, "its description speaks of other units"));
    }
    Set<String> lost = minus(Words.quoted(before), Words.quoted(after));
    Set<String> gained = minus(Words.quoted(after), Words.quoted(before));
    if (!lost.isEmpty() || !gained.isEmpty()) {
      String words =
          (gained.isEmpty() ? "" : " now names " + Words.list(gained))
              + (gained.isEmpty() || lost.isEmpty() ? "" : " and")
              + (lost.isEmpty() ? "" : " no longer names " + Words.list(lost));
      return List.of(hint(subject, what, before, after, Level.MINOR, "its description" + words));
    }
    return List.of(
        Change.of(Kind.DESCRIPTION_CHANGED, subject)
            .from(before)
            .to(after)
            .message("The description of " + what + " changed.")
            .build());
  }

  private static Change ids(Subject subject, String what, String before, String after) {
    Set<String> old = Words.idPrefixes(before);
    Set<String> now = Words.idPrefixes(after);
    boolean other = !old.isEmpty() && !now.isEmpty();
    String words =
        old.isEmpty()
            ? "its description now says that it holds " + stars(now)
            : now.isEmpty()
                ? "its description no longer says that it holds " + stars(old)
                : "it is described to hold " + stars(now) + ", no longer " + stars(old);
    return hint(subject, what, before, after, other ? Level.MAJOR : Level.MINOR, words);
  }

  /** Prefixes as ids: {@code `cp_...`}. */
  static String stars(Set<String> prefixes) {
    return Words.list(prefixes.stream().map(prefix -> prefix + "...").toList());
  }

  private static Change hint(
      Subject subject, String what, String before, String after, Level wire, String words) {
    return Change.of(Kind.MEANING_HINT, subject)
        .from(before)
        .to(after)
        .levels(wire, Level.PATCH)
        .message("The meaning of %s may have changed: %s.".formatted(what, words))
        .advice(
            "Compare the two descriptions of " + what + "; code that uses it compiles either way.")
        .build();
  }

  private static Set<String> minus(Set<String> all, Set<String> without) {
    Set<String> rest = new LinkedHashSet<>(all);
    rest.removeAll(without);
    return rest;
  }
}
