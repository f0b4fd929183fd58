package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.ApiDocument;
import java.util.Collection;

/**
 * What a class was made for, taken apart: {@code Pet.owner/Item} stands in the schema {@code Pet}.
 *
 * @param operation the key of the operation that it stands in; else empty
 * @param structure the named schema that it stands in, or is; else empty
 * @param rest what follows
 */
record Owner(String operation, String structure, String rest) {
  static Owner of(ApiDocument document, String origin) {
    String operation = longest(document.operations().keySet(), origin, " ");
    if (!operation.isEmpty()) {
      return new Owner(operation, "", origin.substring(operation.length()));
    }
    String structure =
        longest(
            document.structures().values().stream()
                .filter(each -> each.component())
                .map(each -> each.name())
                .toList(),
            origin,
            "./");
    return new Owner("", structure, origin.substring(structure.length()));
  }

  private static String longest(Collection<String> names, String origin, String separators) {
    String longest = "";
    for (String name : names) {
      boolean begins = origin.startsWith(name) && name.length() > longest.length();
      if (begins
          && (origin.length() == name.length()
              || separators.indexOf(origin.charAt(name.length())) >= 0)) {
        longest = name;
      }
    }
    return longest;
  }

  /** The member that it stands in; empty where it is the whole. */
  String member() {
    String member = rest.isEmpty() ? "" : rest.substring(1);
    int end = operation.isEmpty() ? member.indexOf('/') : -1;
    return end < 0 ? member : member.substring(0, end);
  }
}
