package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.schema.Components;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.ShapeReader;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parents with a discriminator, whose children name them in {@code allOf}. */
final class Polymorphism {
  private final Components components;
  private final ShapeReader reader;
  private @Nullable Map<String, List<String>> childrenOf;
  private final IdentityHashMap<Shape, String> parents = new IdentityHashMap<>();

  Polymorphism(Components components, ShapeReader reader) {
    this.components = components;
    this.reader = reader;
  }

  /**
   * A component as it has to be typed: a parent is remembered as one; a child of a union is no
   * union itself, although {@code allOf} gives it the alternatives of its parent.
   */
  Shape of(String component, Shape shape) {
    Schema<?> schema = components.get(component);
    boolean own = !ShapeReader.hasOwnAlternatives(schema);
    if (own && !shape.parents().isEmpty() && !shape.alternatives().isEmpty()) {
      for (String parent : shape.parents()) {
        if (namesItself(component, components.get(parent))) {
          return shape.withoutAlternatives();
        }
      }
    }
    boolean discriminates =
        schema.getDiscriminator() != null && schema.getDiscriminator().getPropertyName() != null;
    if (discriminates && shape.alternatives().isEmpty() && !children(component).isEmpty()) {
      parents.put(shape, component);
    }
    return shape;
  }

  private boolean namesItself(String component, Schema<?> parent) {
    for (Schema<?> alternative : reader.read(parent).alternatives()) {
      String ref = alternative.get$ref();
      if (ref != null && component.equals(components.nameOf(ref))) {
        return true;
      }
    }
    return false;
  }

  boolean isParent(Shape shape) {
    return parents.containsKey(shape);
  }

  List<String> children(Shape parent) {
    return children(parents.getOrDefault(parent, ""));
  }

  private List<String> children(String parent) {
    if (childrenOf == null) {
      childrenOf = new HashMap<>();
      for (Map.Entry<String, Schema<?>> entry : components.all().entrySet()) {
        if (entry.getValue().getAllOf() != null) {
          for (String ancestor : reader.read(entry.getValue()).parents()) {
            childrenOf.computeIfAbsent(ancestor, a -> new ArrayList<>()).add(entry.getKey());
          }
        }
      }
    }
    List<String> children = new ArrayList<>(childrenOf.getOrDefault(parent, List.of()));
    children.remove(parent);
    return children;
  }
}
