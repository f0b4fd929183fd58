package io.github.datalab4j.upgrade.change;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares names by the words that they consist of. */
final class Names {
  private Names() {}

  /**
   * Whether at least half of their words are the same: {@code pipeline_id}, {@code processor_id}.
   */
  static boolean areAlike(String a, String b) {
    Set<String> ofA = words(a);
    Set<String> ofB = words(b);
    Set<String> common = new HashSet<>(ofA);
    common.retainAll(ofB);
    return 2 * common.size() >= Math.max(ofA.size(), ofB.size());
  }

  private static Set<String> words(String name) {
    return new HashSet<>(
        List.of(
            name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+")));
  }
}
