package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A class that holds one of several alternatives, or a value that is none of them. */
public final class UnionModel extends ModelSpec {
  private final List<Alternative> alternatives = new ArrayList<>();
  private @Nullable String discriminator;
  private final Map<String, Set<Integer>> cases = new LinkedHashMap<>();

  UnionModel(String className, String origin) {
    super(className, origin);
  }

  /** Adds the alternatives, each with a label of its own. */
  void addAll(List<JavaType> types) {
    NameScope labels = NameScope.ofMembers();
    labels.take("Unknown");
    Set<String> seen = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (JavaType type : types) {
      if (!seen.add(type.raw())) {
        shared.add(type.raw());
      }
    }
    for (JavaType type : types) {
      String label = labels.unique(label(type));
      boolean overload = !shared.contains(type.raw());
      alternatives.add(new Alternative(label, type, overload ? "of" : "of" + label));
    }
  }

  private static String label(JavaType type) {
    if (type.is(JavaType.Kind.LIST) || type.is(JavaType.Kind.MAP)) {
      return label(type.element()) + type.raw();
    }
    if (type.isModel()) {
      return type.modelName();
    }
    String source = type.source();
    return Character.toUpperCase(source.charAt(0)) + source.substring(1);
  }

  void discriminate(String property, Map<String, Set<Integer>> alternativesByValue) {
    this.discriminator = property;
    this.cases.putAll(alternativesByValue);
  }

  public List<Alternative> alternatives() {
    return Collections.unmodifiableList(alternatives);
  }

  /** The JSON name of the field that tells the alternatives apart, or null. */
  public @Nullable String discriminator() {
    return discriminator;
  }

  /** For each value of the discriminator the alternatives that it stands for. */
  public Map<String, Set<Integer>> cases() {
    return Collections.unmodifiableMap(cases);
  }

  @Override
  public List<String> imports() {
    return Collections.emptyList();
  }

  @Override
  public List<String> adapterImports() {
    return Collections.emptyList();
  }

  /** One thing that a union can hold. */
  public static final class Alternative {
    private final String label;
    private final JavaType type;
    private final String factory;

    Alternative(String label, JavaType type, String factory) {
      this.label = label;
      this.type = type;
      this.factory = factory;
    }

    /** The end of its method names: {@code String} for {@code isString()}. */
    public String label() {
      return label;
    }

    /** The static method that makes the union from it: {@code of}, or one of its own. */
    public String factory() {
      return factory;
    }

    public JavaType type() {
      return type;
    }

    @Override
    public String toString() {
      return type.toString();
    }
  }
}
