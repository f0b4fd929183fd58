package io.github.datalab4j.generator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The imports of one file. Where two classes share a simple name, the later one is written out. */
public final class Imports {
  private final Map<String, String> bySimpleName = new TreeMap<>();

  /** Imports a class that the file names simply. */
  public Imports add(String className) {
    bySimpleName.put(simpleName(className), className);
    return this;
  }

  public Imports addAll(Set<String> classNames) {
    classNames.forEach(this::add);
    return this;
  }

  /** How the file writes a class: by its simple name, unless that means another one. */
  String name(String className) {
    String simpleName = simpleName(className);
    return bySimpleName.computeIfAbsent(simpleName, none -> className).equals(className)
        ? simpleName
        : className;
  }

  /** In the order of the import lines. */
  public List<String> sorted() {
    return new ArrayList<>(new TreeSet<>(bySimpleName.values()));
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
