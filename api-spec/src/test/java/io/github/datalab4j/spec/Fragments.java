package io.github.datalab4j.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Unites two fragments of one OpenAPI document. */
final class Fragments {
  /** The objects that hold different keys in each fragment. All else has to be equal in both. */
  private static final Set<String> UNITED =
      Set.of("", "/paths", "/components", "/components/schemas");

  private Fragments() {}

  static Map<String, Object> unite(Map<String, Object> first, Map<String, Object> second) {
    return unite("", first, second);
  }

  /** Keeps the order of keys of both: what stands before a common key in either stays before it. */
  private static Map<String, Object> unite(
      String at, Map<String, Object> first, Map<String, Object> second) {
    Map<String, Object> united = new LinkedHashMap<>();
    Deque<String> left = new ArrayDeque<>(second.keySet());
    first.forEach(
        (key, value) -> {
          if (second.containsKey(key)) {
            for (String next = left.remove(); !next.equals(key); next = left.remove()) {
              united.put(next, second.get(next));
            }
            united.put(key, same(at + "/" + key, value, second.get(key)));
          } else {
            united.put(key, value);
          }
        });
    left.forEach(key -> united.put(key, second.get(key)));
    return united;
  }

  @SuppressWarnings("unchecked") // the keys of an OpenAPI document are strings
  private static Object same(String at, Object first, Object second) {
    if (UNITED.contains(at)) {
      return unite(at, (Map<String, Object>) first, (Map<String, Object>) second);
    }
    assertEquals(Yamls.canonical(first), Yamls.canonical(second), at);
    return first;
  }
}
