package io.github.datalab4j.generator.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives the operations of one interface their method names, so that a new operation never renames
 * an old one: an operation that the surface file knows keeps its name; of the others each gets its
 * short name, or the long one where another wants or has the short one.
 */
final class OperationNames {
  static final String WITH_HTTP_INFO = "WithHttpInfo";

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  private OperationNames() {}

  /**
   * Chooses the names.
   *
   * @param operations those of one interface, in the order of the document
   * @param known names by key, as the surface file has them; may hold others too
   */
  static OperationNames choose(List<OperationId> operations, Map<String, String> known) {
    OperationNames names = new OperationNames();
    List<OperationId> newcomers = new ArrayList<>();
    for (OperationId operation : operations) {
      String name = known.get(operation.key());
      if (name == null || !isNameOf(operation, name) || !names.take(operation, name)) {
        newcomers.add(operation);
      }
    }
    Set<String> wanted = new HashSet<>();
    Set<String> contested = new HashSet<>();
    for (OperationId newcomer : newcomers) {
      if (!wanted.add(newcomer.shortName())) {
        contested.add(newcomer.shortName());
      }
    }
    for (OperationId newcomer : newcomers) {
      if (contested.contains(newcomer.shortName()) || !names.take(newcomer, newcomer.shortName())) {
        names.takeLong(newcomer);
      }
    }
    return names;
  }

  /** The name of one of the operations that names were chosen for. */
  String of(OperationId operation) {
    return Objects.requireNonNull(names.get(operation.key()), operation.key());
  }

  private static boolean isNameOf(OperationId operation, String name) {
    for (String candidate :
        Arrays.asList(operation.shortName(), operation.longName(), operation.pathName())) {
      if (name.matches(Pattern.quote(candidate) + "\\d*")) {
        return true;
      }
    }
    return false;
  }

  private void takeLong(OperationId operation) {
    if (take(operation, operation.longName()) || take(operation, operation.pathName())) {
      return;
    }
    int number = 2;
    while (!take(operation, operation.pathName() + number)) {
      number++;
    }
  }

  private boolean take(OperationId operation, String name) {
    if (taken.contains(name) || taken.contains(name + WITH_HTTP_INFO)) {
      return false;
    }
    taken.add(name);
    taken.add(name + WITH_HTTP_INFO);
    names.put(operation.key(), name);
    return true;
  }
}
