package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.schema.Components;
import java.util.HashMap;
import java.util.Map;

/** Gives every generated class its name. Components come first, exact names before changed ones. */
final class ModelNames {
  private static final String[] SUPPORT = {
    "ModelJsonAdapters",
    "StrictJson",
    "FreeFormJson",
    "ListJsonAdapter",
    "MapJsonAdapter",
    "ModelValues",
    "ObjectChoice",
    "NullableElements",
    "package-info",
    "module-info"
  };

  private final NameScope files = NameScope.ofFiles();
  private final Map<String, String> ofComponents = new HashMap<>();

  ModelNames(Components components, Findings findings) {
    for (String name : SUPPORT) {
      files.take(name);
    }
    for (String name : components.all().keySet()) {
      if (JavaNames.type(name).equals(name)) {
        ofComponents.put(name, claim(name));
      }
    }
    for (String name : components.all().keySet()) {
      ofComponents.computeIfAbsent(name, n -> claim(JavaNames.type(n)));
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
    return place.component() != null
        ? ofComponent(place.component())
        : claim(JavaNames.type(place.wish()));
  }

  private String claim(String wish) {
    String name = wish;
    for (int i = 2; files.isTaken(name) || files.isTaken(name + "JsonAdapter"); i++) {
      name = wish + i;
    }
    files.take(name);
    files.take(name + "JsonAdapter");
    return name;
  }
}
