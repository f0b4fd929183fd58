package io.github.datalab4j.upgrade.document;

import io.github.datalab4j.generator.model.FieldSpec;
import io.github.datalab4j.generator.model.ModelSpec;
import io.github.datalab4j.generator.model.ObjectModel;
import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.schema.Property;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads schemas into structures, and puts to each what the generator made of it. */
final class StructureReader {
  private final TypeResolver types;
  private final TypeReader reader;
  private final Map<String, ModelSpec> models = new HashMap<>();
  private final Map<String, Structure> structures = new LinkedHashMap<>();

  StructureReader(TypeResolver types, List<ModelSpec> models) {
    this.types = types;
    this.reader = new TypeReader(types, this);
    models.forEach(model -> this.models.put(model.origin(), model));
  }

  Map<String, Structure> all() {
    return Collections.unmodifiableMap(structures);
  }

  TypeReader types() {
    return reader;
  }

  void component(String name) {
    Schema<?> schema = types.components().get(name);
    Shape shape = types.shape(schema);
    if (reader.isObject(shape) && !TypeReader.isReference(schema)) {
      object(name, className(name), shape);
      return;
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    if (!TypeReader.isReference(schema)) {
      fields(className(name), shape, unionFields(name), fields);
    }
    TypeUse type = reader.of(schema, name);
    Structure.Kind kind =
        type.wire() instanceof WireType.Values
            ? Structure.Kind.ENUM
            : type.wire() instanceof WireType.OneOf ? Structure.Kind.UNION : Structure.Kind.OTHER;
    structures.put(
        name,
        Structure.other(
            name, kind, modelName(name), text(shape.description()), fields, type, shape.closed()));
  }

  /** The class that a structure has, or would have. */
  String className(String origin) {
    ModelSpec model = models.get(origin);
    return model == null ? JavaNames.pascal(origin) : model.className();
  }

  private String modelName(String origin) {
    ModelSpec model = models.get(origin);
    return model == null ? "" : model.className();
  }

  /** An object inside of something else; each is described once. */
  void inline(String name, Shape shape) {
    if (!structures.containsKey(name)) {
      object(name, models.containsKey(name) ? className(name) : name, shape);
    }
  }

  /** A union with fields of its own, inside of something else. */
  void inlineUnion(String name, Shape shape, TypeUse type) {
    Map<String, Field> fields = new LinkedHashMap<>();
    fields(className(name), shape, unionFields(name), fields);
    structures.put(
        name,
        new Structure(
            name,
            Structure.Kind.UNION,
            modelName(name),
            text(shape.description()),
            fields,
            type,
            TypeUse.ANYTHING,
            shape.closed(),
            false));
  }

  boolean isComponent(String name) {
    return types.components().all().containsKey(name);
  }

  /** The fields of a union stand in the class of each alternative. */
  private Map<String, FieldSpec> unionFields(String name) {
    Map<String, FieldSpec> known = new HashMap<>();
    models.forEach(
        (origin, model) -> {
          if (origin.startsWith(name + "/") && model instanceof ObjectModel object) {
            object.fields().forEach(field -> known.putIfAbsent(field.jsonName(), field));
          }
        });
    return known;
  }

  private void object(String name, String className, Shape shape) {
    Map<String, FieldSpec> known = new HashMap<>();
    if (models.get(name) instanceof ObjectModel model) {
      model.fields().forEach(field -> known.put(field.jsonName(), field));
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    boolean component = isComponent(name);
    // Its place is taken before its fields are read: so it comes before what stands inside of it.
    TypeUse type =
        new TypeUse(WireType.ANYTHING, true, "", component ? reader.rules(shape) : Map.of());
    structures.put(
        name,
        Structure.object(
            name, modelName(name), "", fields, type, TypeUse.ANYTHING, shape.closed(), component));
    fields(className, shape, known, fields);
    TypeUse further = reader.further(shape, className + ".AdditionalValue");
    structures.put(
        name,
        Structure.object(
            name,
            modelName(name),
            text(shape.description()),
            Collections.unmodifiableMap(fields),
            type,
            further,
            shape.closed(),
            component));
  }

  private void fields(
      String className, Shape shape, Map<String, FieldSpec> known, Map<String, Field> fields) {
    shape
        .properties()
        .forEach(
            (field, property) ->
                fields.put(
                    field, field(className, field, property, shape, member(known.get(field)))));
  }

  private Field field(
      String className, String name, Property property, Shape owner, Member member) {
    String declaredIn = property.declaredIn();
    String place = (declaredIn == null ? className : className(declaredIn)) + "." + name;
    Schema<?> schema = property.schema();
    Shape shape = types.shape(schema);
    String own = schema.getDescription();
    return new Field(
        name,
        reader.of(schema, place),
        owner.required().contains(name),
        Json.text(shape.defaultValue()),
        text(own != null || TypeReader.isReference(schema) ? own : shape.description()),
        Boolean.TRUE.equals(schema.getDeprecated()),
        member);
  }

  /** As the generator's templates write it. */
  private static Member member(@Nullable FieldSpec field) {
    if (field == null) {
      return Member.NONE;
    }
    JavaType type = field.type();
    boolean given = field.required() || (field.hasDefault() && !type.nullable());
    boolean always = field.required() && !type.nullable();
    return new Member(
        field.name(),
        given ? type.required() : type.optional(),
        always ? type.source() : type.optional(),
        field.tracksPresence() ? "has" + JavaNames.pascal(field.name()) : "");
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text.strip().replaceAll("\\s+", " ");
  }
}
