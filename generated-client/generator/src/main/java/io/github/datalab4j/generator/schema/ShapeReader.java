package io.github.datalab4j.generator.schema;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads schemas of OpenAPI 3.0 and 3.1 into shapes. */
public final class ShapeReader {
  private final Components components;
  private final IdentityHashMap<Schema<?>, IdentityHashMap<Schema<?>, Schema<?>>> combined =
      new IdentityHashMap<>();

  public ShapeReader(Components components) {
    this.components = components;
  }

  /** The shape of a schema; a reference is followed. */
  public Shape read(Schema<?> schema) {
    return readAll(List.of(schema));
  }

  /** The shape of what fits all of these schemas. */
  public Shape readAll(List<? extends Schema<?>> schemas) {
    Shape shape = new Shape();
    Map<String, Boolean> referred = new HashMap<>();
    for (Schema<?> schema : schemas) {
      add(schema, shape, null, referred);
    }
    return shape;
  }

  /**
   * Merges a schema into a shape.
   *
   * @param referred which references were followed, and whether to the end
   */
  private void add(
      Schema<?> schema, Shape shape, @Nullable String declaredIn, Map<String, Boolean> referred) {
    if (schema.get$ref() != null) {
      addReferred(schema.get$ref(), shape, referred);
    }
    boolean described = shape.description != null && declaredIn != null;
    if (schema.getAllOf() != null) {
      for (Schema<?> branch : schemas(schema.getAllOf())) {
        add(branch, shape, declaredIn, referred);
      }
    }
    addForm(schema, shape, declaredIn);
    if (!described) {
      addRemarks(schema, shape);
    }
  }

  /** What the schema itself says of the form of a value. */
  private void addForm(Schema<?> schema, Shape shape, @Nullable String declaredIn) {
    addTypes(schema, shape);
    addValues(schema, shape);
    addObject(schema, shape, declaredIn);
    addArray(schema, shape);
    addAlternatives(schema, shape);
    Constraints.merge(shape.constraints, Constraints.of(schema));
  }

  /** What several branches of {@code allOf} refer to is merged once. */
  private void addReferred(String ref, Shape shape, Map<String, Boolean> referred) {
    Schema<?> target = components.find(ref);
    String name = components.nameOf(ref);
    Boolean complete = referred.putIfAbsent(ref, false);
    if (target == null) {
      shape.conflicts.add(ref + " is not in the document");
    } else if (complete == null) {
      if (name != null) {
        shape.parents.add(name);
      }
      add(target, shape, name, referred);
      referred.put(ref, true);
    } else if (!complete) {
      shape.conflicts.add(ref + " contains itself");
    }
  }

  private static void addTypes(Schema<?> schema, Shape shape) {
    if (Boolean.FALSE.equals(schema.getBooleanSchemaValue())) {
      shape.impossible = true;
    }
    Set<String> names = typeNames(schema);
    Set<JsonType> types = new LinkedHashSet<>();
    for (String name : names) {
      JsonType type = JsonType.of(name);
      if (type != null) {
        types.add(type);
      }
    }
    if (!types.isEmpty()) {
      restrict(shape, types);
    }
    boolean saysNull = names.contains("null") || isNullable(schema);
    shape.nullable |= saysNull;
    shape.onlyNull |= names.contains("null") && names.size() == 1;
    if (schema.getFormat() != null && !"int32".equals(shape.format)) {
      shape.format = schema.getFormat();
    }
    for (BigDecimal bound :
        Arrays.asList(
            schema.getMinimum(),
            schema.getExclusiveMinimumValue(),
            schema.getMaximum(),
            schema.getExclusiveMaximumValue())) {
      shape.beyondInt |= isBeyond(bound, 31);
      shape.beyondLong |= isBeyond(bound, 63);
    }
    shape.binary |= isBinary(schema);
    shape.readOnly |= Boolean.TRUE.equals(schema.getReadOnly());
    shape.writeOnly |= Boolean.TRUE.equals(schema.getWriteOnly());
  }

  /** Asks for the digits first: a bound may be of any length. */
  private static boolean isBeyond(@Nullable BigDecimal bound, int bits) {
    return bound != null
        && (bound.precision() - (long) bound.scale() > 20
            || bound.toBigInteger().bitLength() > bits);
  }

  private static void restrict(Shape shape, Set<JsonType> types) {
    if (shape.types.isEmpty()) {
      shape.types.addAll(types);
      return;
    }
    Set<JsonType> both = new LinkedHashSet<>(shape.types);
    if (types.contains(JsonType.NUMBER) && both.remove(JsonType.INTEGER)) {
      types.add(JsonType.INTEGER);
      both.add(JsonType.INTEGER);
    }
    if (both.contains(JsonType.NUMBER) && types.contains(JsonType.INTEGER)) {
      both.add(JsonType.INTEGER);
    }
    both.retainAll(types);
    if (both.isEmpty()) {
      shape.conflicts.add("allOf combines " + shape.types + " with " + types);
    } else {
      shape.types.clear();
      shape.types.addAll(both);
    }
  }

  static Set<String> typeNames(Schema<?> schema) {
    Set<String> names = new LinkedHashSet<>();
    if (schema.getTypes() != null) {
      names.addAll(schema.getTypes());
    }
    if (schema.getType() != null) {
      names.add(schema.getType());
    }
    return names;
  }

  private static boolean isBinary(Schema<?> schema) {
    boolean encoded = schema.getContentEncoding() != null && !schema.getContentEncoding().isEmpty();
    boolean media =
        schema.getContentMediaType() != null
            && !schema.getContentMediaType().startsWith("application/json")
            && !schema.getContentMediaType().startsWith("text/");
    return "binary".equals(schema.getFormat()) || (media && !encoded);
  }

  private static void addValues(Schema<?> schema, Shape shape) {
    Object constant = PlainValue.of(schema.getConst());
    if (constant != null) {
      if (shape.constant != null && !shape.constant.equals(constant)) {
        shape.conflicts.add("allOf combines constants that differ");
      }
      shape.constant = constant;
    }
    if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
      addEnum(schema.getEnum(), shape);
    }
    if (shape.constant != null && shape.values != null && shape.values.size() > 1) {
      if (!shape.values.contains(shape.constant)) {
        shape.conflicts.add("allOf combines a constant with other values");
      }
      shape.values = null;
    }
  }

  private static void addEnum(List<?> all, Shape shape) {
    Set<Object> values = new LinkedHashSet<>();
    for (Object value : all) {
      Object plain = PlainValue.of(value);
      if (plain == null) {
        shape.nullable = true;
      } else {
        values.add(plain);
      }
    }
    shape.onlyNull |= values.isEmpty();
    if (shape.values != null && !values.isEmpty()) {
      values.retainAll(new HashSet<>(shape.values));
      if (values.isEmpty()) {
        shape.conflicts.add("allOf combines enums without a common value");
      }
    }
    if (!values.isEmpty()) {
      shape.values = new ArrayList<>(values);
    }
  }

  /** Also in a 3.1 document, which should not say so any more; the parser keeps it aside there. */
  private static boolean isNullable(Schema<?> schema) {
    return Boolean.TRUE.equals(schema.getNullable())
        || (schema.getExtensions() != null
            && Boolean.TRUE.equals(schema.getExtensions().get("nullable")));
  }

  private void addObject(Schema<?> schema, Shape shape, @Nullable String declaredIn) {
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach((name, property) -> addProperty(name, property, shape, declaredIn));
    }
    if (schema.getRequired() != null) {
      shape.required.addAll(schema.getRequired());
    }
    shape.undescribed.addAll(RequiredNames.of(schema));
    FurtherProperties further = FurtherProperties.of(schema);
    shape.closed |= further.closed;
    shape.open |= further.open;
    shape.mixed |= further.mixed;
    shape.additional = further.schema(shape.additional);
    if (schema.getUnevaluatedProperties() != null && shape.additional == null) {
      shape.closed |=
          Boolean.FALSE.equals(schema.getUnevaluatedProperties().getBooleanSchemaValue());
    }
  }

  private void addProperty(
      String name, @Nullable Schema<?> property, Shape shape, @Nullable String declaredIn) {
    Property later = new Property(property == null ? new Schema<>() : property, declaredIn);
    shape.properties.merge(name, later, (known, one) -> both(known, one, Shape::isPlain));
  }

  /**
   * What fits both: one of them where it is as narrow, so that it keeps its name. Of those that are
   * not simple the later counts: they may lead back to here.
   */
  private Property both(Property known, Property later, Predicate<Shape> isSimple) {
    boolean isKnownSimple = all(known.schema(), isSimple, new HashSet<>());
    if (!isKnownSimple || !all(later.schema(), isSimple, new HashSet<>())) {
      boolean wider = !isKnownSimple && all(later.schema(), Shape::isAnyObject, new HashSet<>());
      return wider ? known : later;
    }
    Schema<?> both = combined(known.schema(), later.schema());
    Shape narrow = read(both);
    if (!narrow.conflicts.isEmpty() || read(later.schema()).isAsNarrowAs(narrow)) {
      return later;
    }
    boolean named = narrow.values != null || narrow.items != null;
    return named && read(known.schema()).isAsNarrowAs(narrow) ? known : new Property(both, null);
  }

  /** Each time the same object: a class is made once of it. */
  private Schema<?> combined(Schema<?> known, Schema<?> later) {
    return combined
        .computeIfAbsent(known, k -> new IdentityHashMap<>())
        .computeIfAbsent(later, l -> new Schema<>().allOf(List.of(known, later)));
  }

  /** Of a schema and all that it is made of; properties are not read. */
  private boolean all(Schema<?> schema, Predicate<Shape> test, Set<String> seen) {
    String ref = schema.get$ref();
    if (ref != null && seen.add(ref)) {
      Schema<?> target = components.find(ref);
      if (target != null && !all(target, test, seen)) {
        return false;
      }
    }
    if (schema.getAllOf() != null) {
      for (Schema<?> branch : schemas(schema.getAllOf())) {
        if (!all(branch, test, seen)) {
          return false;
        }
      }
    }
    Shape own = new Shape();
    addForm(schema, own, null);
    return test.test(own);
  }

  private void addArray(Schema<?> schema, Shape shape) {
    if (schema.getPrefixItems() != null && !schema.getPrefixItems().isEmpty()) {
      shape.tuple = true;
    }
    if (schema.getItems() != null) {
      Property items = new Property(schema.getItems(), null);
      shape.items =
          shape.items == null
              ? schema.getItems()
              : both(new Property(shape.items, null), items, Shape::isScalar).schema();
    }
  }

  private static void addAlternatives(Schema<?> schema, Shape shape) {
    List<Schema<?>> branches = new ArrayList<>();
    boolean nullBranch = false;
    for (Schema<?> branch : bothOf(schema)) {
      if (isNull(branch)) {
        nullBranch = true;
      } else {
        branches.add(branch);
      }
    }
    shape.nullable |= nullBranch;
    shape.onlyNull |= nullBranch && branches.isEmpty();
    if (schema.getDiscriminator() != null && schema.getDiscriminator().getPropertyName() != null) {
      shape.discriminator = schema.getDiscriminator();
    }
    if (branches.isEmpty()) {
      return;
    }
    if (shape.alternatives.isEmpty()) {
      shape.alternatives.addAll(branches);
    } else {
      shape.conflicts.add("more than one anyOf or oneOf apply at once");
    }
  }

  /** Whether the schema itself, not what it refers to, has {@code anyOf} or {@code oneOf}. */
  public static boolean hasOwnAlternatives(Schema<?> schema) {
    return !bothOf(schema).isEmpty();
  }

  static List<Schema<?>> bothOf(Schema<?> schema) {
    if (schema.getOneOf() != null && !schema.getOneOf().isEmpty()) {
      return schemas(schema.getOneOf());
    }
    return schema.getAnyOf() == null ? List.of() : schemas(schema.getAnyOf());
  }

  /** Whether null is all that the schema allows. */
  static boolean isNull(Schema<?> schema) {
    Set<String> names = typeNames(schema);
    boolean onlyNullValue =
        schema.getEnum() != null
            && schema.getEnum().size() == 1
            && PlainValue.of(schema.getEnum().get(0)) == null;
    return (names.size() == 1 && names.contains("null")) || onlyNullValue;
  }

  private static void addRemarks(Schema<?> schema, Shape shape) {
    shape.title = schema.getTitle() != null ? schema.getTitle() : shape.title;
    shape.description =
        schema.getDescription() != null ? schema.getDescription() : shape.description;
    shape.deprecated |= Boolean.TRUE.equals(schema.getDeprecated());
    if (schema.getDefault() != null) {
      shape.defaultValue = PlainValue.of(schema.getDefault());
    }
  }

  @SuppressWarnings("unchecked")
  static List<Schema<?>> schemas(Collection<?> raw) {
    List<Schema<?>> schemas = new ArrayList<>();
    for (Object branch : raw) {
      if (branch != null) {
        schemas.add((Schema<?>) branch);
      }
    }
    return schemas;
  }
}
