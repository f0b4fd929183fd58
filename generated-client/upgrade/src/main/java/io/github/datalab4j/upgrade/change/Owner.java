package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a class was made for, taken apart: {@code Pet.owner/Item} stands in the schema {@code Pet}.
 *
 * @param operation the key of the operation that it stands in; else empty
 * @param structure the nearest structure that it stands in, or is; else empty
 * @param rest what follows
 */
record Owner(String operation, String structure, String rest) {
  private static final String PLACE = "^ (path|query|header|cookie|field|part)(?= )";

  static Owner of(ApiDocument document, String origin) {
    String operation = longest(document.operations().keySet(), origin, " ");
    if (!operation.isEmpty()) {
      return new Owner(operation, "", origin.substring(operation.length()));
    }
    Map<String, String> called = new HashMap<>();
    for (Structure each : document.structures().values()) {
      if (each.component()) {
        called.put(each.name(), each.name());
      }
      // What stands in a field is named after the class that has the field.
      if (!each.className().isEmpty()) {
        called.putIfAbsent(each.className(), each.name());
      }
    }
    String name = longest(called.keySet(), origin, "./");
    return new Owner("", called.getOrDefault(name, ""), origin.substring(name.length()));
  }

  /** The owner, its owner, and so on: the last is an operation or a named schema. */
  static List<Owner> chain(ApiDocument document, String origin) {
    List<Owner> chain = new ArrayList<>();
    Owner owner = of(document, origin);
    chain.add(owner);
    Structure structure = document.structures().get(owner.structure());
    while (structure != null && !structure.component() && chain.size() < 100) {
      owner = of(document, structure.name());
      chain.add(owner);
      structure = document.structures().get(owner.structure());
    }
    return chain;
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

  /** The member that it stands in; empty where it is the whole, or a part of it. */
  String member() {
    boolean part = rest.isEmpty() || rest.startsWith("/");
    String member = part ? "" : rest.replaceFirst(PLACE, "").substring(1);
    int end = operation.isEmpty() ? member.indexOf('/') : -1;
    return end < 0 ? member : member.substring(0, end);
  }

  /** Whether it stands in an input of the operation, by the input's name; a body's is empty. */
  boolean isInInput(String name) {
    String input = rest.replaceFirst(PLACE, "");
    boolean isBody = input.equals(rest);
    return name.isEmpty() == isBody && isIn(input, isBody ? " body" : " " + name);
  }

  /** Whether it is in what stands in that place. */
  boolean isIn(String place) {
    return isIn(rest, place);
  }

  private static boolean isIn(String rest, String place) {
    return rest.startsWith(place)
        && (rest.length() == place.length() || "./".indexOf(rest.charAt(place.length())) >= 0);
  }
}
