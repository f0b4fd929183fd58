package io.github.datalab4j.upgrade.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told from a description without understanding it. */
final class Words {
  // cp_XXXXX, cp_12345, cp_..., cp_<id>: a prefix, and a stand-in for the rest.
  private static final Pattern ID =
      Pattern.compile("\\b([a-z]{2,8}_)(?:[Xx]{2,}|\\d{3,}|\\.\\.\\.|\u2026|\\*|<\\w+>|\\{\\w+})");
  private static final Pattern QUOTED =
      Pattern.compile("(?<![\\w])['\"`\u2018\u201c]([\\w.-]{1,40})['\"`\u2019\u201d](?![\\w])");
  private static final Pattern UNIT =
      Pattern.compile(
          "\\b(milliseconds?|microseconds?|seconds?|minutes?|hours?|days?|bytes|k[iI]?[bB]|m[iI]?[bB]|percent|cents|dollars|utc|local"
              + " time|iso|epoch|(?:zero|one|0|1)-based)\\b",
          Pattern.CASE_INSENSITIVE);

  private Words() {}

  /** The prefixes of ids that it speaks of: {@code cp_}. */
  static Set<String> idPrefixes(String description) {
    return all(ID, description);
  }

  /** The words that it quotes: mostly the values that a field may have. */
  static Set<String> quoted(String description) {
    return all(QUOTED, description);
  }

  static Set<String> units(String description) {
    return all(UNIT, description.toLowerCase(Locale.ROOT));
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** For people: {@code `a`, `b` and `c`}. */
  static String list(Iterable<String> items) {
    List<String> quoted = new ArrayList<>();
    items.forEach(item -> quoted.add("`" + item + "`"));
    int last = quoted.size() - 1;
    return last < 1
        ? String.join("", quoted)
        : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
  }

  /** A description that fits into a sentence. */
  static String shortened(String text) {
    return text.length() <= 160 ? text : text.substring(0, 157) + "...";
  }
}
