package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.schema.Components;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Discriminator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the types that a union holds, each once. Unions among them are taken apart; so a union
 * never holds a union.
 */
final class Alternatives {
  private final Components components;
  private final Map<String, ModelSpec> models;
  private final Set<JavaType> types = new LinkedHashSet<>();
  private final Map<JavaType, Set<String>> words = new HashMap<>();
  private final Map<String, Set<JavaType>> byComponent = new LinkedHashMap<>();
  private final Map<JavaType, String> told = new LinkedHashMap<>();
  private final List<UnionModel> inner = new ArrayList<>();
  private boolean nullable;
  private boolean anything;
  private boolean unfinished;

  Alternatives(Components components, Map<String, ModelSpec> models) {
    this.components = components;
    this.models = models;
  }

  /** Adds the type of an alternative, and the component that it came from, if any. */
  void add(JavaType type, @Nullable String component) {
    if (type.is(JavaType.Kind.FREE_FORM)) {
      anything = true;
      return;
    }
    nullable |= type.nullable();
    Set<JavaType> parts = new LinkedHashSet<>();
    if (type.is(JavaType.Kind.UNION)) {
      addParts(type, parts);
    } else {
      parts.add(type.is(JavaType.Kind.BINARY) ? JavaType.STRING : type.withNullable(false));
    }
    types.addAll(parts);
    if (component != null) {
      byComponent.computeIfAbsent(component, c -> new LinkedHashSet<>()).addAll(parts);
    }
  }

  /** Notes the only value that the discriminator has in an alternative. */
  void tell(JavaType type, String value) {
    told.put(type.withNullable(false), value);
  }

  /** Notes what the document says of an alternative beside its type. */
  void describe(JavaType type, List<String> more) {
    words.computeIfAbsent(type.withNullable(false), t -> new LinkedHashSet<>()).addAll(more);
  }

  /** What the document says of a type that a union holds; mostly nothing. */
  List<String> words(JavaType type) {
    return new ArrayList<>(words.getOrDefault(type, Set.of()));
  }

  private void addParts(JavaType type, Set<JavaType> parts) {
    ModelSpec model = models.get(type.modelName());
    if (model instanceof UnionModel) {
      inner.add((UnionModel) model);
      for (UnionModel.Alternative part : ((UnionModel) model).alternatives()) {
        parts.add(part.type());
        describe(part.type(), part.words());
      }
    } else {
      unfinished = true;
    }
  }

  boolean nullable() {
    return nullable;
  }

  /** Whether one of them takes any JSON. */
  boolean anything() {
    return anything;
  }

  /** Whether one is a union that is not known yet, as it holds this one. */
  boolean unfinished() {
    return unfinished;
  }

  /** The unions that were taken apart. */
  List<UnionModel> inner() {
    return inner;
  }

  /** The types without those that others hold, too. */
  List<JavaType> types() {
    Set<JavaType> found = new LinkedHashSet<>(types);
    if (found.stream().filter(this::isTextEnum).count() == 1) {
      // An open enum holds any other text, too.
      found.remove(JavaType.STRING);
    }
    if (found.contains(JavaType.scalar(JavaType.Kind.LONG))) {
      found.remove(JavaType.scalar(JavaType.Kind.INT));
    }
    return new ArrayList<>(found);
  }

  private boolean isTextEnum(JavaType type) {
    ModelSpec model = models.get(type.modelName());
    return model instanceof EnumModel && ((EnumModel) model).isText();
  }

  /** For each value of a discriminator the alternatives that it stands for. */
  Map<String, Set<Integer>> cases(Discriminator discriminator) {
    Map<String, Set<Integer>> cases = new LinkedHashMap<>();
    Set<String> mapped = new LinkedHashSet<>();
    if (discriminator.getMapping() != null) {
      discriminator
          .getMapping()
          .forEach(
              (value, target) -> {
                String component = components.nameOf(target);
                if (component != null) {
                  mapped.add(component);
                  put(cases, value, byComponent.getOrDefault(component, Set.of()));
                }
              });
    }
    Map<JavaType, String> unnamed = new LinkedHashMap<>(told);
    byComponent.forEach(
        (component, parts) -> {
          unnamed.keySet().removeAll(parts);
          if (!mapped.contains(component)) {
            boolean one = parts.size() == 1;
            String value = one ? told.get(parts.iterator().next()) : null;
            put(cases, value == null ? component : value, parts);
          }
        });
    unnamed.forEach((type, value) -> put(cases, value, Set.of(type)));
    inner.forEach(union -> addCases(union, discriminator.getPropertyName(), cases));
    return cases;
  }

  /** What a union within this one says of the values of the discriminator, if it has the same. */
  void addCases(UnionModel union, String property, Map<String, Set<Integer>> cases) {
    if (!property.equals(union.discriminator())) {
      return;
    }
    union
        .cases()
        .forEach(
            (value, indexes) -> {
              Set<JavaType> parts = new LinkedHashSet<>();
              indexes.forEach(index -> parts.add(union.alternatives().get(index).type()));
              if (!cases.containsKey(value)) {
                put(cases, value, parts);
              }
            });
  }

  private void put(Map<String, Set<Integer>> cases, String value, Set<JavaType> parts) {
    List<JavaType> found = types();
    for (JavaType part : parts) {
      if (found.contains(part)) {
        cases.computeIfAbsent(value, v -> new LinkedHashSet<>()).add(found.indexOf(part));
      }
    }
  }
}
