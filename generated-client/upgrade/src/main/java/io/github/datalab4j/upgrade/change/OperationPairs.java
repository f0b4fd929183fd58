package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.ApiOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which operation of the one document is which of the other. First by method and path, whatever the
 * path's parameters are called; then, where that leaves one on each side, by method and name; then
 * by name alone.
 */
final class OperationPairs {
  private final List<Pair<ApiOperation>> pairs = new ArrayList<>();
  private final List<ApiOperation> removed;
  private final List<ApiOperation> added;

  OperationPairs(ApiDocument before, ApiDocument after) {
    removed = new ArrayList<>(before.operations().values());
    added = new ArrayList<>(after.operations().values());
    match(ApiOperation::place);
    match(operation -> operation.method() + " " + operation.shortName());
    match(ApiOperation::shortName);
  }

  private void match(Function<ApiOperation, String> name) {
    Map<String, List<ApiOperation>> old = byName(removed, name);
    Map<String, List<ApiOperation>> now = byName(added, name);
    old.forEach(
        (key, some) -> {
          List<ApiOperation> others = now.getOrDefault(key, List.of());
          if (some.size() == 1 && others.size() == 1) {
            pairs.add(new Pair<>(some.get(0), others.get(0)));
            removed.remove(some.get(0));
            added.remove(others.get(0));
          }
        });
  }

  private static Map<String, List<ApiOperation>> byName(
      List<ApiOperation> operations, Function<ApiOperation, String> name) {
    Map<String, List<ApiOperation>> byName = new LinkedHashMap<>();
    operations.forEach(
        each -> byName.computeIfAbsent(name.apply(each), n -> new ArrayList<>()).add(each));
    return byName;
  }

  List<Pair<ApiOperation>> pairs() {
    return pairs;
  }

  List<ApiOperation> removed() {
    return removed;
  }

  List<ApiOperation> added() {
    return added;
  }
}
