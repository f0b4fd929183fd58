package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.schema.Components;
import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.Property;
import io.github.datalab4j.generator.schema.Rules;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.ShapeReader;
import io.github.datalab4j.generator.schema.ShapeWords;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes unions of {@code anyOf}, {@code oneOf}, lists of types, and discriminators. */
final class UnionFactory {
  private final TypeResolver types;
  private final ModelFactory models;
  private final ShapeReader reader;
  private final ModelNames names;
  private final Findings findings;
  private final Components components;
  private final Polymorphism polymorphism;

  UnionFactory(
      TypeResolver types,
      ModelFactory models,
      ShapeReader reader,
      ModelNames names,
      Components components,
      Findings findings) {
    this.types = types;
    this.models = models;
    this.reader = reader;
    this.names = names;
    this.findings = findings;
    this.components = components;
    this.polymorphism = new Polymorphism(components, reader);
  }

  /** Whether the alternatives say more than rules about values that have their form already. */
  boolean isUnion(Shape shape) {
    if (polymorphism.isParent(shape)) {
      return true;
    }
    return !shape.alternatives().isEmpty() && !Rules.areAlternatives(shape, reader::read);
  }

  /** The shape of a component, without alternatives that it has from its own parent only. */
  Shape polymorphic(String component, Shape shape) {
    return polymorphism.of(component, shape);
  }

  JavaType union(Shape shape, Place place) {
    Alternatives found = new Alternatives(components, models.byName());
    String className = null;
    if (polymorphism.isParent(shape)) {
      className = models.name(place);
      for (String child : polymorphism.children(shape)) {
        JavaType type = types.resolveComponent(child);
        found.add(type, child);
        tell(found, type, components.get(child), shape);
      }
      found.add(
          types.ofType(JsonType.OBJECT, shape.withoutAlternatives(), place.part("Base")), null);
    } else {
      if (place.component() != null && shape.alternatives().size() > 1) {
        className = models.name(place);
        boolean nullable = takesNull(shape, Collections.newSetFromMap(new IdentityHashMap<>()));
        types.provisional(
            place.component(),
            JavaType.model(JavaType.Kind.UNION, className).withNullable(nullable));
      }
      int number = 1;
      for (Schema<?> alternative : shape.alternatives()) {
        String component = components.nameBehind(alternative);
        Place part = place.part(partName(alternative, component, number++));
        JavaType type = alternativeType(alternative, shape, part);
        found.add(type, component);
        tell(found, type, alternative, shape);
        found.describe(type, ShapeWords.of(alternative, type, reader::read));
      }
    }
    boolean used = place.component() != null && types.endProvisional(place.component());
    return finish(found, shape, place, className, used);
  }

  /** Notes the value of the discriminator where the alternative says that it is always the same. */
  private void tell(Alternatives found, JavaType type, Schema<?> alternative, Shape union) {
    Discriminator discriminator = union.discriminator();
    String name = discriminator == null ? null : discriminator.getPropertyName();
    Property property = name == null ? null : reader.read(alternative).properties().get(name);
    List<Object> values = property == null ? List.of() : reader.read(property.schema()).constants();
    if (values.size() == 1) {
      found.tell(type, values.get(0).toString());
    }
  }

  /** Whether null is among the alternatives, before they have types: these may hold the union. */
  private boolean takesNull(Shape shape, Set<Schema<?>> seen) {
    if (shape.nullable()) {
      return true;
    }
    for (Schema<?> alternative : shape.alternatives()) {
      if (seen.add(alternative) && takesNull(reader.read(alternative), seen)) {
        return true;
      }
    }
    return false;
  }

  /** A name for a class made for an alternative. */
  private static String partName(Schema<?> alternative, @Nullable String component, int number) {
    if (component != null) {
      return component;
    }
    String title = alternative.getTitle();
    return title != null && title.length() <= 40 ? title : "Alternative" + number;
  }

  /** What a union says of all its alternatives is merged into those that are objects. */
  private JavaType alternativeType(Schema<?> alternative, Shape union, Place place) {
    Shape own = reader.read(alternative);
    boolean complete = own.properties().keySet().containsAll(union.properties().keySet());
    if (isMadeOfUnion(alternative, own)) {
      own = own.withoutAlternatives();
    } else if (complete || own.properties().isEmpty() || !own.alternatives().isEmpty()) {
      return types.resolve(alternative, place);
    }
    JavaType type = types.ofShape(own.withBase(union), place);
    return type.withNullable(type.nullable() || own.nullable());
  }

  /** Whether {@code allOf} gives an alternative all those of the union, itself among them. */
  private boolean isMadeOfUnion(Schema<?> alternative, Shape own) {
    Set<Schema<?>> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(own.alternatives());
    return all.contains(alternative) && components.nameBehind(alternative) == null;
  }

  private JavaType finish(
      Alternatives alternatives,
      Shape shape,
      Place place,
      @Nullable String reservedName,
      boolean used) {
    List<JavaType> found = alternatives.types();
    boolean nullable = alternatives.nullable() || shape.nullable();
    if ((found.isEmpty() || alternatives.anything()) && !used) {
      findings.degraded(place.where(), "an alternative takes anything: free-form JSON");
      return JavaType.FREE_FORM;
    }
    if (found.size() == 1 && !used && !alternatives.unfinished()) {
      return found.get(0).withNullable(nullable);
    }
    String className = reservedName != null ? reservedName : models.name(place);
    UnionModel model = new UnionModel(className, place.where(), models.byName());
    model.describe(shape.title(), shape.description(), shape.deprecated());
    model.addAll(found, alternatives::words, names);
    model.words(ShapeWords.ofFields(shape, reader::read));
    discriminate(model, alternatives, shape);
    models.add(model);
    return JavaType.model(JavaType.Kind.UNION, className).withNullable(nullable);
  }

  private void discriminate(UnionModel model, Alternatives alternatives, Shape shape) {
    Discriminator discriminator = shape.discriminator();
    if (discriminator != null && JavaText.isTooLong(discriminator.getPropertyName())) {
      findings.degraded(model.origin(), "the discriminator has a long name: left out");
    } else if (discriminator != null) {
      Map<String, Set<Integer>> cases = alternatives.cases(discriminator);
      if (cases.keySet().removeIf(JavaText::isTooLong)) {
        findings.degraded(model.origin(), "a long value of the discriminator: left out");
      }
      model.discriminate(discriminator.getPropertyName(), cases);
      if (polymorphism.isParent(shape)) {
        model.fallback(model.alternatives().size() - 1);
      }
      return;
    }
    for (UnionModel inner : alternatives.inner()) {
      String property = inner.discriminator();
      if (property != null && inner.objects().size() == model.objects().size()) {
        Map<String, Set<Integer>> cases = new LinkedHashMap<>();
        alternatives.addCases(inner, property, cases);
        model.discriminate(property, cases);
        if (inner.fallback() >= 0) {
          model.fallback(
              alternatives.types().indexOf(inner.alternatives().get(inner.fallback()).type()));
        }
      }
    }
  }

  /** For {@code type: [string, integer]}. */
  JavaType ofTypes(Shape shape, Set<JsonType> jsonTypes, Place place) {
    Alternatives found = new Alternatives(components, models.byName());
    for (JsonType type : jsonTypes) {
      String name = type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
      found.add(types.ofType(type, shape, place.part(name)), null);
    }
    return finish(found, shape, place, null, false);
  }

  /** For an enum of values of several types. */
  JavaType ofValues(List<Object> values, Place place) {
    Alternatives found = new Alternatives(components, models.byName());
    for (Object value : values) {
      JavaType type = ModelFactory.ofValue(value);
      found.add(type == null ? JavaType.FREE_FORM : type, null);
    }
    return finish(found, reader.read(new Schema<>()), place, null, false);
  }
}
