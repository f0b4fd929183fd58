package io.github.datalab4j.upgrade.document;

import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.Unwrapped;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    return Unwrapped.of(schema).schema().get$ref() != null;
  }

  static boolean isObject(Shape shape) {
    return !shape.properties().isEmpty() && shape.alternatives().isEmpty();
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
      String ref = unwrapped.schema().get$ref();
      TypeUse type = ref == null ? ofForm(unwrapped.schema(), place) : ofReference(ref, place);
      return new TypeUse(type.wire(), type.nullable() || unwrapped.nullable(), type.spelling());
    } finally {
      depth--;
    }
  }

  private TypeUse ofReference(String ref, String place) {
    String name = types.components().nameOf(ref);
    if (name == null) {
      return of(types.components().find(ref), place);
    }
    boolean nullable = types.shape(types.components().get(name)).nullable();
    return new TypeUse(new WireType.Named(name), nullable, "");
  }

  private TypeUse ofForm(Schema<?> schema, String place) {
    Shape shape = types.shape(schema);
    if (!shape.alternatives().isEmpty() && !shape.onlyNull() && !shape.impossible()) {
      return oneOf(shape, place);
    }
    return new TypeUse(wire(shape, place), shape.nullable(), spelling(schema, shape, place));
  }

  private String spelling(Schema<?> schema, Shape shape, String place) {
    if (shape.binary()) {
      return schema.getContentMediaType() == null
          ? "format: " + schema.getFormat()
          : "contentMediaType: " + schema.getContentMediaType();
    }
    return shape.items() == null ? "" : of(shape.items(), place).spelling();
  }

  private WireType wire(Shape shape, String place) {
    if (shape.onlyNull() || shape.impossible()) {
      return shape.onlyNull() ? WireType.NULL : new WireType.Scalar("nothing", "");
    }
    List<Object> values = shape.values();
    if (values != null) {
      return new WireType.Values(values.stream().map(Json::text).toList());
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
    jsonTypes.forEach(type -> all.add(ofType(type, shape, place)));
    return all.size() == 1 ? all.get(0) : new WireType.OneOf(all);
  }

  private TypeUse oneOf(Shape shape, String place) {
    Set<WireType> flat = new LinkedHashSet<>();
    boolean nullable = shape.nullable();
    int number = 1;
    for (Schema<?> alternative : shape.alternatives()) {
      TypeUse type = of(alternative, place + "/Alternative" + number++);
      nullable |= type.nullable();
      flat.addAll(
          type.wire() instanceof WireType.OneOf inner
              ? inner.alternatives()
              : List.of(type.wire()));
    }
    WireType wire =
        flat.size() == 1 ? flat.iterator().next() : new WireType.OneOf(List.copyOf(flat));
    return new TypeUse(wire, nullable, "");
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

  private WireType ofType(JsonType type, Shape shape, String place) {
    String format = shape.format() == null ? "" : shape.format();
    return switch (type) {
      case STRING ->
          shape.binary() ? new WireType.Scalar("file", "") : new WireType.Scalar("text", format);
      case BOOLEAN -> new WireType.Scalar("true or false", "");
      case INTEGER -> new WireType.Scalar("integer", format);
      case NUMBER -> new WireType.Scalar("number", format);
      case ARRAY -> ofArray(shape, place);
      case OBJECT -> ofObject(shape, place);
    };
  }

  private WireType ofArray(Shape shape, String place) {
    TypeUse items = of(shape.tuple() ? null : shape.items(), place + "/Item");
    return new WireType.ListOf(items.wire(), items.nullable() && !isAnything(items));
  }

  private WireType ofObject(Shape shape, String place) {
    if (shape.properties().isEmpty()) {
      TypeUse values = of(shape.additional(), place + "/Value");
      return new WireType.MapOf(values.wire(), values.nullable() && !isAnything(values));
    }
    structures.inline(place, shape);
    return new WireType.Named(place);
  }

  private static boolean isAnything(TypeUse type) {
    return type.wire().equals(WireType.ANYTHING);
  }
}
