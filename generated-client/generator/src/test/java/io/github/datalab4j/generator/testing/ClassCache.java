package io.github.datalab4j.generator.testing;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The classes that were compiled last, so that what clients have in common is compiled once. A
 * class is taken from here where its source is the same, and so is that of each other class whose
 * name stands in it.
 */
final class ClassCache {
  private static final int MOST = 20_000;
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** Of one source: which others of its client it names, and what became of it. */
  private record Entry(String source, Set<String> needs, List<ClassFile> classes) {}

  /** Whatever an entry needs is here in the very state that it was compiled with, or not at all. */
  private final Map<String, Entry> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > MOST;
        }
      };

  /** The class files of those sources that need not be compiled again, by the source's name. */
  Map<String, List<ClassFile>> find(Map<String, String> sources) {
    Map<String, List<String>> names = bySimpleName(sources.keySet());
    Map<String, Entry> found = new HashMap<>();
    Set<String> changed = new HashSet<>();
    sources.forEach(
        (name, source) -> {
          Entry entry = entries.get(name);
          if (entry != null
              && entry.source.equals(source)
              && entry.needs.equals(needs(source, names))) {
            found.put(name, entry);
          } else {
            changed.add(name);
          }
        });
    removeUsers(found, changed);
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().classes));
  }

  /**
   * Takes in what was just compiled.
   *
   * @param compiled the class files by the name of the source
   */
  void add(Map<String, String> sources, Map<String, List<ClassFile>> compiled) {
    Map<String, List<String>> names = bySimpleName(sources.keySet());
    removeUsers(entries, compiled.keySet());
    compiled.forEach(
        (name, classes) -> {
          String source = sources.get(name);
          entries.put(name, new Entry(source, needs(source, names), classes));
        });
  }

  private static Map<String, List<String>> bySimpleName(Collection<String> names) {
    return names.stream()
        .collect(Collectors.groupingBy(name -> name.substring(name.lastIndexOf('.') + 1)));
  }

  private static Set<String> needs(String source, Map<String, List<String>> names) {
    return WORD.matcher(source)
        .results()
        .flatMap(word -> names.getOrDefault(word.group(), List.of()).stream())
        .collect(Collectors.toSet());
  }

  /** Removes whatever needs a class that is gone, until nothing does. */
  private static void removeUsers(Map<String, Entry> entries, Set<String> gone) {
    Set<String> removed = gone;
    while (!removed.isEmpty()) {
      Set<String> names = removed;
      removed =
          entries.entrySet().stream()
              .filter(each -> !Collections.disjoint(each.getValue().needs, names))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      entries.keySet().removeAll(removed);
    }
  }
}
