package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.schema.Components;
import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.ShapeReader;
import io.github.datalab4j.generator.schema.Unwrapped;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives every schema its Java type, and collects the classes that have to be generated for them.
 * The same schema always gets the same type. Whatever has no type in Java becomes free-form JSON
 * and is noted in the findings; nothing is thrown for what a document says.
 */
public final class TypeResolver {
  private final Components components;
  private final ShapeReader reader;
  private final Findings findings;
  private final ModelNames names;
  private final ModelFactory factory;
  private final Map<String, JavaType> componentTypes = new HashMap<>();
  private final Set<String> inProgress = new HashSet<>();
  private final Set<Schema<?>> inlineInProgress =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, JavaType> provisional = new HashMap<>();
  private final Set<String> provisionalUsed = new HashSet<>();
  // By place, too: the parser may use one object for equal schemas of several owners.
  private final Map<String, IdentityHashMap<Schema<?>, JavaType>> inlineTypes = new HashMap<>();

  /** Resolves the schemas of a document whose classes have no names yet that must stay. */
  public TypeResolver(OpenAPI document, Findings findings) {
    this(document, findings, Collections.emptyMap());
  }

  /**
   * Resolves the schemas of a document.
   *
   * @param knownNames class names that have to stay, by {@link
   *     io.github.datalab4j.generator.naming.NameKeys#ofSchema}
   */
  public TypeResolver(OpenAPI document, Findings findings, Map<String, String> knownNames) {
    this.components = new Components(document);
    this.reader = new ShapeReader(components);
    this.findings = findings;
    this.names = new ModelNames(components, knownNames, findings);
    this.factory = new ModelFactory(this, reader, names, components, findings);
  }

  /**
   * The type of a schema.
   *
   * @param schema from the document; null stands for any JSON
   * @param ownerName what the schema belongs to: an operation, a class
   * @param memberName its name there; with the owner's it names a class made for an inline schema
   * @param where the place as people name it, of which there is one in the document
   */
  public JavaType resolve(
      @Nullable Schema<?> schema, String ownerName, String memberName, String where) {
    return resolve(schema, Place.ofMember(ownerName, memberName, where));
  }

  /** The type of a schema at a place that needs no other name than its owner's and its own. */
  public JavaType resolve(@Nullable Schema<?> schema, String ownerName, String memberName) {
    return resolve(schema, Place.ofMember(ownerName, memberName));
  }

  JavaType resolve(@Nullable Schema<?> schema, Place place) {
    if (schema == null) {
      return JavaType.FREE_FORM;
    }
    Unwrapped unwrapped = Unwrapped.of(schema);
    Schema<?> core = unwrapped.schema();
    String ref = unwrapped.ref();
    if (ref != null) {
      JavaType type = ofReference(ref, place);
      return type.withNullable(type.nullable() || unwrapped.nullable());
    }
    IdentityHashMap<Schema<?>, JavaType> here =
        inlineTypes.computeIfAbsent(place.where(), where -> new IdentityHashMap<>());
    JavaType type = here.get(core);
    if (type == null) {
      type = ofInline(core, place);
      here.put(core, type);
    }
    return type.withNullable(type.nullable() || unwrapped.nullable());
  }

  /** What {@code allOf} takes from a component may hold the schema itself again. */
  private JavaType ofInline(Schema<?> schema, Place place) {
    if (!inlineInProgress.add(schema)) {
      findings.degraded(
          place.where(), "is made of itself: free-form JSON stands for the inner one");
      return JavaType.FREE_FORM;
    }
    Shape shape = reader.read(schema);
    JavaType type = ofShape(shape, place);
    inlineInProgress.remove(schema);
    return type.withNullable(type.nullable() || shape.nullable());
  }

  /** Makes sure that the component has its type, and a class where it needs one. */
  public JavaType resolveComponent(String name) {
    JavaType known = componentTypes.get(name);
    if (known != null) {
      return known;
    }
    JavaType early = provisional.get(name);
    if (early != null) {
      provisionalUsed.add(name);
      return early;
    }
    if (!inProgress.add(name)) {
      findings.degraded(name, "consists of itself only: free-form JSON stands for the inner one");
      return JavaType.FREE_FORM;
    }
    JavaType type = ofComponent(name);
    inProgress.remove(name);
    componentTypes.put(name, type);
    return type;
  }

  private JavaType ofComponent(String name) {
    Schema<?> schema = components.get(name);
    Unwrapped unwrapped = Unwrapped.of(schema);
    Schema<?> core = unwrapped.schema();
    String className = names.ofComponent(name);
    Place place = Place.ofComponent(className, name);
    String ref = unwrapped.ref();
    if (ref != null) {
      Shape target = reader.read(core);
      if (schema.getAllOf() == null || target.properties().isEmpty()) {
        JavaType type = ofReference(ref, place);
        return type.withNullable(type.nullable() || unwrapped.nullable());
      }
      core = schema;
    }
    Shape shape = factory.polymorphic(name, reader.read(core));
    JavaType type = ofShape(shape, place);
    return type.withNullable(type.nullable() || shape.nullable() || unwrapped.nullable());
  }

  private JavaType ofReference(String ref, Place place) {
    String name = components.nameOf(ref);
    if (name != null) {
      return resolveComponent(name);
    }
    Schema<?> target = components.find(ref);
    if (target == null || !inProgress.add(ref)) {
      String cause = target == null ? " is not in the document" : " contains itself";
      findings.invalid(place.where(), ref + cause + ": free-form JSON");
      return JavaType.FREE_FORM;
    }
    JavaType type = resolve(target, home(ref, place));
    inProgress.remove(ref);
    return type;
  }

  /** A property has one class wherever it is referred to: it may hold such a reference itself. */
  private Place home(String ref, Place place) {
    Map.Entry<String, String> property = components.propertyBehind(ref);
    return property == null
        ? place
        : Place.ofMember(names.ofComponent(property.getKey()), property.getValue());
  }

  JavaType ofShape(Shape shape, Place place) {
    for (String conflict : shape.conflicts()) {
      findings.invalid(place.where(), conflict);
    }
    if (shape.impossible() || shape.onlyNull()) {
      findings.degraded(
          place.where(),
          shape.impossible() ? "allows no value: free-form" : "only null: free-form");
      return JavaType.FREE_FORM;
    }
    if (factory.isUnion(shape)) {
      return factory.union(shape, place);
    }
    if (shape.values() != null) {
      return factory.enumeration(shape, place);
    }
    if (shape.constant() != null) {
      return ofConstant(shape.constant(), shape, place);
    }
    Set<JsonType> types = types(shape);
    if (types.isEmpty()) {
      return JavaType.FREE_FORM;
    }
    return types.size() > 1
        ? factory.unionOfTypes(shape, types, place)
        : ofType(types.iterator().next(), shape, place);
  }

  private JavaType ofConstant(Object constant, Shape shape, Place place) {
    if (constant instanceof String) {
      return JavaType.STRING;
    }
    if (constant instanceof Boolean) {
      return JavaType.scalar(JavaType.Kind.BOOLEAN);
    }
    if (constant instanceof Long) {
      return JavaType.scalar(
          shape.types().contains(JsonType.NUMBER) ? JavaType.Kind.DOUBLE : JavaType.Kind.LONG);
    }
    if (constant instanceof Number) {
      return JavaType.scalar(JavaType.Kind.DOUBLE);
    }
    findings.degraded(place.where(), "a constant list or object: free-form JSON");
    return JavaType.FREE_FORM;
  }

  /** The types of a shape, guessed from the rest where the document is silent. */
  static Set<JsonType> types(Shape shape) {
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

  JavaType ofType(JsonType type, Shape shape, Place place) {
    switch (type) {
      case STRING:
        return JavaType.scalar(shape.binary() ? JavaType.Kind.BINARY : JavaType.Kind.STRING);
      case BOOLEAN:
        return JavaType.scalar(JavaType.Kind.BOOLEAN);
      case INTEGER:
        return ofInteger(shape, place);
      case NUMBER:
        return JavaType.scalar(JavaType.Kind.DOUBLE);
      case ARRAY:
        return ofArray(shape, place);
      default:
        return ofObject(shape, place);
    }
  }

  private JavaType ofInteger(Shape shape, Place place) {
    // Some writers of documents round the bounds of 64 bits up.
    if (shape.beyondLong() && !"int64".equals(shape.format())) {
      findings.degraded(place.where(), "whole numbers beyond 64 bits: free-form JSON");
      return JavaType.FREE_FORM;
    }
    boolean small = "int32".equals(shape.format()) && !shape.beyondInt();
    return JavaType.scalar(small ? JavaType.Kind.INT : JavaType.Kind.LONG);
  }

  private JavaType ofArray(Shape shape, Place place) {
    if (shape.tuple()) {
      findings.degraded(place.where(), "a type for each place of a list: list of free-form JSON");
      return JavaType.list(JavaType.FREE_FORM);
    }
    return JavaType.list(resolve(shape.items(), place.part("Item")));
  }

  private JavaType ofObject(Shape shape, Place place) {
    if (shape.mixed() && shape.additional() == null) {
      findings.degraded(
          place.where(), "patterns of names with types that differ: further fields are free-form");
    }
    return shape.properties().isEmpty()
        ? JavaType.map(resolve(shape.additional(), place.part("Value")))
        : factory.object(shape, place);
  }

  void provisional(String component, JavaType type) {
    provisional.put(component, type);
  }

  /** Ends the time of the provisional type; whether somebody has taken it meanwhile. */
  boolean endProvisional(String component) {
    provisional.remove(component);
    return provisionalUsed.contains(component);
  }

  /** What a schema says, references followed and {@code allOf} merged. */
  public Shape shape(Schema<?> schema) {
    return reader.read(schema);
  }

  /** The named schemas of the document. */
  public Components components() {
    return components;
  }

  /**
   * A value of the document as a Java expression of that type, or null where it is none.
   *
   * @param where for the findings: whose value it is
   */
  public @Nullable String expression(JavaType type, @Nullable Object value, String where) {
    factory.complete();
    return factory.expression(type, value, where);
  }

  /** The classes that the types resolved until now need, complete, sorted by name. */
  public Collection<ModelSpec> models() {
    factory.complete();
    List<ModelSpec> models = new ArrayList<>(factory.models());
    return Collections.unmodifiableList(models);
  }

  /** The class of that name, complete; null where there is none. */
  public @Nullable ModelSpec model(String className) {
    factory.complete();
    return factory.model(className);
  }
}
