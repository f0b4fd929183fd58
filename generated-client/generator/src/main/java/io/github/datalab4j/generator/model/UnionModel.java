package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.MemberNames;
import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A class that holds one of several alternatives, or a value that is none of them. */
public final class UnionModel extends ModelSpec {
  private final List<Alternative> alternatives = new ArrayList<>();
  private @Nullable String discriminator;
  private final Map<String, Set<Integer>> cases = new LinkedHashMap<>();
  private final Map<String, ModelSpec> models;
  private List<String> words = Collections.emptyList();
  private int fallback = -1;
  private @Nullable UnionCode code;

  UnionModel(String className, String origin, Map<String, ModelSpec> models) {
    super(className, origin);
    this.models = models;
  }

  /** Adds the alternatives, each with a label of its own. */
  void addAll(List<JavaType> types, Function<JavaType, List<String>> words, ModelNames names) {
    NameScope scope = NameScope.ofMembers();
    scope.take("Unknown");
    MemberNames labels = names.ofMembers(className(), scope);
    types.forEach(type -> labels.keep(type.toString(), type.label()));
    Set<String> seen = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (JavaType type : types) {
      if (!seen.add(type.raw())) {
        shared.add(type.raw());
      }
    }
    Set<String> overloaded = new HashSet<>();
    for (JavaType type : types) {
      String label = labels.name(type.toString(), type.label());
      String known = labels.known("of " + type);
      boolean overload =
          known == null
              ? !shared.contains(type.raw())
              : known.equals("of") && overloaded.add(type.raw());
      alternatives.add(
          new Alternative(
              alternatives.size(), label, type, overload ? "of" : "of" + label, words.apply(type)));
    }
  }

  void discriminate(String property, Map<String, Set<Integer>> alternativesByValue) {
    this.discriminator = property;
    this.cases.putAll(alternativesByValue);
  }

  void words(List<String> about) {
    this.words = about;
  }

  /** What the document asks of the fields of each alternative; mostly nothing. */
  public List<String> words() {
    return words;
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

  /** The alternatives that are objects in JSON. */
  List<Alternative> objects() {
    return alternatives.stream()
        .filter(a -> a.type.is(JavaType.Kind.OBJECT) || a.type.is(JavaType.Kind.MAP))
        .collect(Collectors.toList());
  }

  /** The alternative for discriminators that nobody knows, or -1. */
  int fallback() {
    return fallback;
  }

  void fallback(int alternative) {
    this.fallback = alternative;
  }

  /** What the class imports. */
  public List<String> imports() {
    Set<String> imports = new TreeSet<>();
    alternatives.forEach(alternative -> imports.addAll(alternative.type.imports("")));
    imports.add("java.util.Objects");
    imports.add("org.jspecify.annotations.Nullable");
    return new ArrayList<>(imports);
  }

  /** The source of the adapter; complete models only. */
  public UnionCode code() {
    if (code == null) {
      code = new UnionCode(this, models);
    }
    return code;
  }

  @Override
  public boolean adapterNeedsMoshi() {
    return code().needsMoshi();
  }

  /** One thing that a union can hold. */
  public static final class Alternative {
    private final int index;
    private final String label;
    private final JavaType type;
    private final String factory;
    private final List<String> words;

    Alternative(int index, String label, JavaType type, String factory, List<String> words) {
      this.index = index;
      this.label = label;
      this.type = type;
      this.factory = factory;
      this.words = words;
    }

    public int index() {
      return index;
    }

    /** The article before its label. */
    public String article() {
      return "AEIOU".indexOf(label.charAt(0)) >= 0 ? "an" : "a";
    }

    /** What the union keeps of its parameter. */
    public String kept() {
      if (type.is(JavaType.Kind.LIST) || type.is(JavaType.Kind.MAP)) {
        return "ModelValues." + (type.isDeeplyFreeForm() ? "copyFreeForm" : "copy") + "(value)";
      }
      return type.isPrimitive() ? "value" : "Objects.requireNonNull(value, \"value\")";
    }

    /** Whether Java cannot check the cast to it. */
    public boolean unchecked() {
      return type.is(JavaType.Kind.LIST) || type.is(JavaType.Kind.MAP);
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

    /** What the document says of its values that the type does not show; mostly nothing. */
    public List<String> words() {
      return words;
    }

    @Override
    public String toString() {
      return type.toString();
    }
  }
}
