package io.github.datalab4j.upgrade.document;

import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.schema.Constraints;
import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.Rules;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.Unwrapped;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a schema looks like on the wire. */
final class TypeReader {
  private static final int DEEPEST = 40;

  private final TypeResolver types;
  private final StructureReader structures;
  private int depth;

  TypeReader(TypeResolver types, StructureReader structures) {
    this.types = types;
    this.structures = structures;
  }

  static boolean isReference(Schema<?> schema) {
    return Unwrapped.of(schema).ref() != null;
  }

  boolean isObject(Shape shape) {
    return !shape.properties().isEmpty() && !isUnion(shape);
  }

  private boolean isUnion(Shape shape) {
    return !shape.alternatives().isEmpty() && !Rules.areAlternatives(shape, types::shape);
  }

  /** How a value is narrowed; what narrows the further fields of an object stands there. */
  Map<String, String> rules(Shape shape) {
    Map<String, String> all = Rules.of(shape, types::shape);
    if (!shape.properties().isEmpty()) {
      all.keySet().removeIf(Constraints::isOfFurtherFields);
    }
    return all;
  }

  /** What further fields of an object hold, and how they are narrowed. */
  TypeUse further(Shape shape, String place) {
    TypeUse type = of(shape.additional(), place);
    Map<String, String> all = new TreeMap<>(shape.constraints());
    all.keySet().removeIf(keyword -> !Constraints.isOfFurtherFields(keyword));
    Constraints.merge(all, type.constraints());
    return new TypeUse(type.wire(), type.nullable(), type.spelling(), all);
  }

  /**
   * The type of a schema.
   *
   * @param place names an object that stands there: the class and the member
   */
  TypeUse of(@Nullable Schema<?> schema, String place) {
    if (schema == null || depth >= DEEPEST) {
      return TypeUse.ANYTHING;
    }
    depth++;
    try {
      Unwrapped unwrapped = Unwrapped.of(schema);
      String ref = unwrapped.ref();
      TypeUse type = ref == null ? ofForm(unwrapped.schema(), place) : ofReference(ref, place);
      return new TypeUse(
          type.wire(),
          type.nullable() || unwrapped.nullable(),
          type.spelling(),
          constraints(schema, unwrapped.schema(), type));
    } finally {
      depth--;
    }
  }

  /** Those of the type, and what stands around or beside it. */
  private static Map<String, String> constraints(Schema<?> outer, Schema<?> core, TypeUse type) {
    Map<String, String> all = new TreeMap<>(type.constraints());
    if (core.get$ref() != null) {
      Constraints.merge(all, Constraints.of(core));
    }
    Constraints.merge(all, Constraints.of(outer));
    return all;
  }

  private TypeUse ofReference(String ref, String place) {
    String name = types.components().nameOf(ref);
    if (name == null) {
      Map.Entry<String, String> property = types.components().propertyBehind(ref);
      String home =
          property == null
              ? place
              : structures.className(property.getKey()) + "." + property.getValue();
      return of(types.components().find(ref), home);
    }
    boolean nullable = types.shape(types.components().get(name)).nullable();
    return TypeUse.of(new WireType.Named(name), nullable);
  }

  private TypeUse ofForm(Schema<?> schema, String place) {
    Shape shape = types.shape(schema);
    if (isUnion(shape) && !shape.onlyNull() && !shape.impossible()) {
      TypeUse union = oneOf(shape, place);
      if (shape.properties().isEmpty() || structures.isComponent(place)) {
        return union;
      }
      structures.inlineUnion(place, shape, union);
      return TypeUse.of(new WireType.Named(place), union.nullable());
    }
    boolean list = shape.items() != null && !shape.tuple();
    boolean map = shape.additional() != null && shape.properties().isEmpty();
    TypeUse items = list ? of(shape.items(), place + "/Item") : TypeUse.ANYTHING;
    TypeUse values = map ? of(shape.additional(), place + "/Value") : TypeUse.ANYTHING;
    Map<String, String> constraints = rules(shape);
    put(constraints, "each item: ", items);
    put(constraints, "each value: ", values);
    return new TypeUse(
        wire(shape, place, items, values),
        shape.nullable(),
        spelling(schema, shape, items),
        constraints);
  }

  private static void put(Map<String, String> constraints, String prefix, TypeUse inside) {
    inside.constraints().forEach((keyword, bound) -> constraints.put(prefix + keyword, bound));
  }

  private static String spelling(Schema<?> schema, Shape shape, TypeUse items) {
    if (shape.binary()) {
      return schema.getContentMediaType() == null
          ? "format: " + schema.getFormat()
          : "contentMediaType: " + schema.getContentMediaType();
    }
    return items.spelling();
  }

  private WireType wire(Shape shape, String place, TypeUse items, TypeUse values) {
    if (shape.onlyNull() || shape.impossible()) {
      return shape.onlyNull() ? WireType.NULL : new WireType.Scalar("nothing", "");
    }
    List<Object> named = shape.values();
    if (named != null) {
      return new WireType.Values(named.stream().map(Json::text).toList());
    }
    Object constant = shape.constant();
    if (constant != null) {
      return new WireType.Values(List.of(Json.text(constant)));
    }
    Set<JsonType> jsonTypes = jsonTypes(shape);
    if (jsonTypes.isEmpty()) {
      return WireType.ANYTHING;
    }
    List<WireType> all = new ArrayList<>();
    jsonTypes.forEach(type -> all.add(ofType(type, shape, place, items, values)));
    return all.size() == 1 ? all.get(0) : new WireType.OneOf(all);
  }

  private TypeUse oneOf(Shape shape, String place) {
    Set<WireType> flat = new LinkedHashSet<>();
    Map<String, String> constraints = new TreeMap<>(shape.constraints());
    boolean nullable = shape.nullable();
    int number = 1;
    for (Schema<?> alternative : shape.alternatives()) {
      TypeUse type = of(alternative, place + "/" + partName(alternative, number++));
      nullable |= type.nullable();
      put(constraints, "as " + type.wire() + ": ", type);
      flat.addAll(
          type.wire() instanceof WireType.OneOf inner
              ? inner.alternatives()
              : List.of(type.wire()));
    }
    WireType wire =
        flat.size() == 1 ? flat.iterator().next() : new WireType.OneOf(List.copyOf(flat));
    return new TypeUse(wire, nullable, "", constraints);
  }

  /** As the generator calls an alternative that has no name. */
  private static String partName(Schema<?> alternative, int number) {
    String title = alternative.getTitle();
    return title != null && title.length() <= 40 ? title : "Alternative" + number;
  }

  /** As the generator guesses where the document is silent. */
  private static Set<JsonType> jsonTypes(Shape shape) {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    types.addAll(shape.types());
    if (types.contains(JsonType.NUMBER)) {
      types.remove(JsonType.INTEGER);
    }
    if (types.isEmpty() && (!shape.properties().isEmpty() || shape.additional() != null)) {
      types.add(JsonType.OBJECT);
    } else if (types.isEmpty() && (shape.items() != null || shape.tuple())) {
      types.add(JsonType.ARRAY);
    }
    return types;
  }

  private WireType ofType(JsonType type, Shape shape, String place, TypeUse items, TypeUse values) {
    String format = shape.format() == null ? "" : shape.format();
    return switch (type) {
      case STRING ->
          shape.binary() ? new WireType.Scalar("file", "") : new WireType.Scalar("text", format);
      case BOOLEAN -> new WireType.Scalar("true or false", "");
      case INTEGER -> new WireType.Scalar("integer", format);
      case NUMBER -> new WireType.Scalar("number", format);
      case ARRAY -> new WireType.ListOf(items.wire(), items.nullable() && !isAnything(items));
      case OBJECT -> ofObject(shape, place, values);
    };
  }

  private WireType ofObject(Shape shape, String place, TypeUse values) {
    if (shape.properties().isEmpty()) {
      return new WireType.MapOf(values.wire(), values.nullable() && !isAnything(values));
    }
    structures.inline(place, shape);
    return new WireType.Named(place);
  }

  private static boolean isAnything(TypeUse type) {
    return type.wire().equals(WireType.ANYTHING);
  }
}
