package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.MemberNames;
import io.github.datalab4j.generator.naming.NameKeys;
import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.schema.Components;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gives every generated class its name. What the surface file knows keeps its name, and nobody else
 * gets it. Then components come first, exact names before changed ones.
 */
final class ModelNames {
  private static final String ADAPTER = "JsonAdapter";
  private static final String[] SUPPORT = {
    "ModelJsonAdapters",
    "StrictJson",
    "FreeFormJson",
    "ListJsonAdapter",
    "MapJsonAdapter",
    "ModelValues",
    "ObjectChoice",
    "UnionTries",
    "NullableElements",
    "package-info",
    "module-info"
  };

  private final NameScope files = NameScope.ofFiles();
  private final Map<String, String> known;
  private final Findings findings;
  private final Map<String, String> ownerOfFile = new HashMap<>();
  private final Map<String, String> ofComponents = new HashMap<>();

  /**
   * Names all components.
   *
   * @param known names of classes and members by {@link NameKeys}; may hold others too
   */
  ModelNames(Components components, Map<String, String> known, Findings findings) {
    this.known = known;
    this.findings = findings;
    for (String name : SUPPORT) {
      files.take(name);
    }
    known.forEach(
        (key, name) -> {
          if (key.startsWith(NameKeys.ofSchema(""))) {
            ownerOfFile.put(file(name), key);
            ownerOfFile.put(file(name + ADAPTER), key);
          }
        });
    for (String name : components.all().keySet()) {
      if (known.containsKey(NameKeys.ofSchema(name)) || JavaNames.type(name).equals(name)) {
        ofComponents.put(name, claim(JavaNames.type(name), name));
      }
    }
    for (String name : components.all().keySet()) {
      ofComponents.computeIfAbsent(name, n -> claim(JavaNames.type(n), n));
      String className = ofComponent(name);
      if (!className.equals(JavaNames.pascal(name))) {
        findings.renamed(name, "the class is named " + className);
      }
    }
  }

  /** The class name of a component, whether a class is made for it or not. */
  String ofComponent(String component) {
    String name = ofComponents.get(component);
    if (name == null) {
      throw new IllegalArgumentException(component);
    }
    return name;
  }

  /** The name for a class made at that place. */
  String at(Place place) {
    if (place.component() != null) {
      return ofComponent(place.component());
    }
    String wish = JavaNames.type(place.wish());
    String name = claim(wish, place.where());
    if (!name.equals(wish)) {
      findings.renamed(place.where(), "the class is named " + name);
    }
    return name;
  }

  /** Names the members of a class. */
  MemberNames ofMembers(String className, NameScope scope) {
    return new MemberNames(
        scope,
        className,
        known,
        (member, name) -> findings.renamed(className + "." + member, "is named " + name));
  }

  private String claim(String wish, String origin) {
    String key = NameKeys.ofSchema(origin);
    String kept = known.get(key);
    String name = wish;
    if (kept != null && kept.matches(Pattern.quote(wish) + "\\d*") && isFree(kept, key)) {
      name = kept;
    }
    for (int i = 2; !isFree(name, key); i++) {
      name = wish + i;
    }
    files.take(name);
    files.take(name + ADAPTER);
    return name;
  }

  private boolean isFree(String name, String key) {
    return !files.isTaken(name)
        && !files.isTaken(name + ADAPTER)
        && ownerOfFile.getOrDefault(file(name), key).equals(key)
        && ownerOfFile.getOrDefault(file(name + ADAPTER), key).equals(key);
  }

  private static String file(String className) {
    return className.toLowerCase(Locale.ROOT);
  }
}
