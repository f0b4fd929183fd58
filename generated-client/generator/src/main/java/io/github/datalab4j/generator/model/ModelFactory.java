package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.naming.MemberNames;
import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.schema.Components;
import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.Property;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.ShapeReader;
import io.github.datalab4j.generator.schema.ShapeWords;
import io.github.datalab4j.generator.type.JavaType;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the classes. Fields are filled in later, from a queue: neither cycles nor long chains of
 * references make it recurse.
 */
final class ModelFactory {
  private static final int MOST_FIELDS = 1_500;
  private static final int MOST_CONSTANTS = 2_000;

  private final TypeResolver types;
  private final ShapeReader reader;
  private final ModelNames names;
  private final Findings findings;
  private final UnionFactory unions;
  private final DefaultExpressions defaults;
  private final Map<String, ModelSpec> models = new TreeMap<>();
  private final Deque<Runnable> unfilled = new ArrayDeque<>();
  private final Deque<Runnable> undefaulted = new ArrayDeque<>();

  ModelFactory(
      TypeResolver types,
      ShapeReader reader,
      ModelNames names,
      Components components,
      Findings findings) {
    this.types = types;
    this.reader = reader;
    this.names = names;
    this.findings = findings;
    this.unions = new UnionFactory(types, this, reader, names, components, findings);
    this.defaults = new DefaultExpressions(models, findings);
  }

  /** Fills what is not yet filled. */
  void complete() {
    Runnable task;
    while ((task = unfilled.poll()) != null) {
      task.run();
    }
    while ((task = undefaulted.poll()) != null) {
      task.run();
    }
    for (ModelSpec model : models.values()) {
      if (model.isUnion()) {
        tellApart((UnionModel) model);
      }
    }
  }

  private void tellApart(UnionModel union) {
    if (union.objects().size() > 1) {
      for (UnionModel.Alternative alternative : union.objects()) {
        ModelSpec model = models.get(alternative.type().modelName());
        if (model instanceof ObjectModel) {
          ((ObjectModel) model).tellApart();
        }
      }
    }
  }

  Map<String, ModelSpec> byName() {
    return models;
  }

  Collection<ModelSpec> models() {
    return models.values();
  }

  @Nullable ModelSpec model(String className) {
    return models.get(className);
  }

  @Nullable String expression(JavaType type, @Nullable Object value, String where) {
    return defaults.expression(type, value, where);
  }

  void add(ModelSpec model) {
    models.put(model.className(), model);
  }

  String name(Place place) {
    return names.at(place);
  }

  JavaType object(Shape shape, Place place) {
    if (shape.properties().size() > MOST_FIELDS) {
      findings.degraded(
          place.where(), "more than " + MOST_FIELDS + " properties: map of free-form JSON");
      return JavaType.map(JavaType.FREE_FORM);
    }
    ObjectModel model = new ObjectModel(names.at(place), place.where());
    model.describe(shape.title(), shape.description(), shape.deprecated());
    add(model);
    unfilled.add(() -> fill(model, shape, place));
    return JavaType.model(JavaType.Kind.OBJECT, model.className());
  }

  private void fill(ObjectModel model, Shape shape, Place place) {
    Map<String, String> fieldNames = fieldNames(model, shape.properties().keySet());
    shape
        .properties()
        .forEach(
            (jsonName, property) -> {
              String name = fieldNames.getOrDefault(jsonName, jsonName);
              if (isTooLong(jsonName)) {
                findings.degraded(place.where(), "a property with a long name: left out");
              } else {
                model.add(field(model, jsonName, name, property, shape));
              }
            });
    if (shape.additional() != null) {
      model.additional(
          types.resolve(shape.additional(), Place.ofMember(model.className(), "AdditionalValue")),
          false);
    } else {
      model.additional(JavaType.FREE_FORM, shape.closed());
    }
    model.words(ShapeWords.ofFurther(shape, model.additional(), reader::read));
    model.words(ShapeWords.ofFields(shape, reader::read));
    undefaulted.add(() -> model.fields().forEach(field -> setDefault(model, field)));
  }

  /** Names that need no change come first, so that a newcomer never takes the name of another. */
  private Map<String, String> fieldNames(ObjectModel model, Set<String> jsonNames) {
    NameScope scope = NameScope.ofMembers();
    for (String taken : ObjectModel.RESERVED_MEMBERS) {
      scope.take(taken);
    }
    MemberNames members = names.ofMembers(model.className(), scope);
    jsonNames.forEach(jsonName -> members.keep(jsonName, memberName(jsonName)));
    Map<String, String> fieldNames = new HashMap<>();
    for (String jsonName : jsonNames) {
      if (memberName(jsonName).equals(jsonName)) {
        fieldNames.put(jsonName, members.name(jsonName, jsonName));
      }
    }
    for (String jsonName : jsonNames) {
      fieldNames.computeIfAbsent(jsonName, n -> members.name(n, memberName(n)));
    }
    return fieldNames;
  }

  private static String memberName(String jsonName) {
    String name = JavaNames.member(jsonName);
    return ObjectModel.RESERVED_MEMBERS.contains(name) ? name + "Value" : name;
  }

  private FieldSpec field(
      ObjectModel model, String jsonName, String name, Property property, Shape owner) {
    String declaredIn = property.declaredIn();
    String ownerName = declaredIn == null ? model.className() : names.ofComponent(declaredIn);
    JavaType type = types.resolve(property.schema(), Place.ofMember(ownerName, jsonName));
    Shape shape = reader.read(property.schema());
    FieldSpec.Builder field = new FieldSpec.Builder(jsonName, name, type);
    field.required = owner.required().contains(jsonName);
    if (field.required && (shape.readOnly() || shape.writeOnly())) {
      String word = shape.readOnly() ? "readOnly" : "writeOnly";
      findings.degraded(
          model.className() + "." + name, "required in one direction only, " + word + ": optional");
      field.required = false;
    }
    field.constants = shape.constants();
    field.words = ShapeWords.of(property.schema(), type, reader::read);
    field.defaultValue = shape.defaultValue();
    if (field.defaultValue == null && field.required && field.constants.size() == 1) {
      field.defaultValue = field.constants.get(0);
    }
    field.deprecated = Boolean.TRUE.equals(property.schema().getDeprecated());
    field.secret = "password".equals(shape.format()) || shape.writeOnly();
    String text = property.schema().getDescription();
    if (text == null && property.schema().get$ref() == null) {
      text = shape.description() != null ? shape.description() : shape.title();
    }
    field.likelyTexts = LikelyTexts.of(type, field.constants, text);
    field.javadoc = text == null ? Collections.emptyList() : JavaText.javadoc(text);
    return field.build();
  }

  private void setDefault(ObjectModel model, FieldSpec field) {
    if (field.defaultValue() != null) {
      field.defaultExpression(
          defaults.expression(
              field.type(), field.defaultValue(), model.className() + "." + field.name()));
    }
  }

  /** The type of an enum: an open enum class, or less where the values are one or of many types. */
  JavaType enumeration(Shape shape, Place place) {
    List<Object> values = new ArrayList<>(shape.values());
    JavaType valueType = valueType(values, shape.types().contains(JsonType.NUMBER));
    if (valueType == null) {
      findings.degraded(place.where(), "an enum of values of several types: their types only");
      return unions.ofValues(values, place);
    }
    boolean constant = values.size() == 1 && place.component() == null;
    if (constant || valueType.is(JavaType.Kind.BOOLEAN)) {
      return valueType;
    }
    if (values.size() > MOST_CONSTANTS || values.stream().anyMatch(ModelFactory::isTooLong)) {
      findings.degraded(
          place.where(), "an enum of more than " + MOST_CONSTANTS + " values, or of long ones");
      return valueType;
    }
    EnumModel model = new EnumModel(names.at(place), place.where(), valueType, values, names);
    model.describe(shape.title(), shape.description(), shape.deprecated());
    add(model);
    return JavaType.model(JavaType.Kind.ENUM, model.className());
  }

  private static boolean isTooLong(Object value) {
    return JavaText.isTooLong(value.toString());
  }

  /** Null where the values have no type in common. */
  private static @Nullable JavaType valueType(List<Object> values, boolean decimals) {
    JavaType common = null;
    for (Object value : values) {
      JavaType type = ofValue(value);
      if (decimals && type != null && type.is(JavaType.Kind.LONG)) {
        type = JavaType.scalar(JavaType.Kind.DOUBLE);
      }
      boolean numbers = type != null && common != null && isNumber(type) && isNumber(common);
      if (type == null || (common != null && !common.equals(type) && !numbers)) {
        return null;
      }
      common = numbers && !type.equals(common) ? JavaType.scalar(JavaType.Kind.DOUBLE) : type;
    }
    return common;
  }

  private static boolean isNumber(JavaType type) {
    return type.is(JavaType.Kind.LONG) || type.is(JavaType.Kind.DOUBLE);
  }

  /** The type of a scalar value; null for lists, objects and numbers beyond 64 bits. */
  static @Nullable JavaType ofValue(Object value) {
    if (value instanceof String) {
      return JavaType.STRING;
    }
    if (value instanceof Boolean) {
      return JavaType.scalar(JavaType.Kind.BOOLEAN);
    }
    if (value instanceof Long) {
      return JavaType.scalar(JavaType.Kind.LONG);
    }
    return value instanceof BigDecimal ? JavaType.scalar(JavaType.Kind.DOUBLE) : null;
  }

  boolean isUnion(Shape shape) {
    return unions.isUnion(shape);
  }

  JavaType union(Shape shape, Place place) {
    return unions.union(shape, place);
  }

  JavaType unionOfTypes(Shape shape, Set<JsonType> jsonTypes, Place place) {
    return unions.ofTypes(shape, jsonTypes, place);
  }

  Shape polymorphic(String component, Shape shape) {
    return unions.polymorphic(component, shape);
  }
}
