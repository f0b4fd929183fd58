package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.schema.Components;
import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.ShapeReader;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes unions of {@code anyOf}, {@code oneOf}, lists of types, and discriminators. */
final class UnionFactory {
  private final TypeResolver types;
  private final ModelFactory models;
  private final ShapeReader reader;
  private final Findings findings;
  private final Branches branches;
  private final Polymorphism polymorphism;

  UnionFactory(
      TypeResolver types,
      ModelFactory models,
      ShapeReader reader,
      Components components,
      Findings findings) {
    this.types = types;
    this.models = models;
    this.reader = reader;
    this.findings = findings;
    this.branches = new Branches(components, reader);
    this.polymorphism = new Polymorphism(components, reader);
  }

  /** Whether the alternatives say more than rules about values that have their form already. */
  boolean isUnion(Shape shape) {
    if (polymorphism.isParent(shape)) {
      return true;
    }
    boolean ownForm = !shape.types().isEmpty() || !shape.properties().isEmpty();
    for (Schema<?> alternative : shape.alternatives()) {
      if (ownForm && reader.read(alternative).isShapeless()) {
        return false;
      }
    }
    return !shape.alternatives().isEmpty();
  }

  /** The shape of a component, without alternatives that it has from its own parent only. */
  Shape polymorphic(String component, Shape shape) {
    return polymorphism.of(component, shape);
  }

  JavaType union(Shape shape, Place place) {
    Collected collected = new Collected(place, this::isTextEnum);
    boolean nullable = false;
    if (polymorphism.isParent(shape)) {
      for (String child : polymorphism.children(shape)) {
        collected.add(types.resolveComponent(child), child);
      }
      collected.add(models.object(polymorphism.withoutChildren(shape), place.part("Base")), "");
    } else {
      List<Branches.Branch> flat = branches.of(shape);
      if (collected.mayRecurse(flat)) {
        String component = place.requireComponent();
        types.provisional(
            component, JavaType.model(JavaType.Kind.UNION, collected.className(models)));
      }
      int number = 1;
      for (Branches.Branch branch : flat) {
        nullable |= branch.nullable();
        Place part = place.part(branch.name(number++));
        collected.add(branchType(branch, shape, part), branch.component());
      }
    }
    boolean used = place.component() != null && types.endProvisional(place.component());
    return finish(collected, shape, used).withNullable(nullable || shape.nullable());
  }

  private JavaType branchType(Branches.Branch branch, Shape union, Place place) {
    Shape own = reader.read(branch.schema());
    boolean complete = own.properties().keySet().containsAll(union.properties().keySet());
    if (complete || own.properties().isEmpty()) {
      return types.resolve(branch.schema(), place);
    }
    return types.ofShape(branches.merged(union, branch), place);
  }

  private JavaType finish(Collected collected, Shape shape, boolean used) {
    List<JavaType> found = collected.types();
    if (found.isEmpty() && !used) {
      findings.degraded(collected.place.where(), "an alternative takes anything: free-form JSON");
      return JavaType.FREE_FORM;
    }
    if (collected.anything && !used) {
      findings.degraded(collected.place.where(), "an alternative takes anything: free-form JSON");
      return JavaType.FREE_FORM;
    }
    if (found.size() == 1 && !used) {
      return found.get(0);
    }
    UnionModel model =
        new UnionModel(collected.className(models), collected.place.where(), models.byName());
    model.describe(shape.title(), shape.description(), shape.deprecated());
    model.addAll(found);
    Discriminator discriminator = shape.discriminator();
    if (discriminator != null) {
      model.discriminate(discriminator.getPropertyName(), collected.cases(discriminator));
    }
    if (polymorphism.isParent(shape)) {
      model.fallback(found.size() - 1);
    }
    models.add(model);
    return JavaType.model(JavaType.Kind.UNION, model.className());
  }

  /** For {@code type: [string, integer]}. */
  JavaType ofTypes(Shape shape, Set<JsonType> jsonTypes, Place place) {
    Collected collected = new Collected(place, this::isTextEnum);
    for (JsonType type : jsonTypes) {
      String name = type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
      collected.add(types.ofType(type, shape, place.part(name)), "");
    }
    return finish(collected, shape, false);
  }

  /** For an enum of values of several types. */
  JavaType ofValues(List<Object> values, Place place) {
    Collected collected = new Collected(place, this::isTextEnum);
    for (Object value : values) {
      JavaType type = ModelFactory.ofValue(value);
      collected.add(type == null ? JavaType.FREE_FORM : type, "");
    }
    return finish(collected, reader.read(new Schema<>()), false);
  }

  private boolean isTextEnum(JavaType type) {
    ModelSpec model = models.byName().get(type.modelName());
    return model instanceof EnumModel && ((EnumModel) model).isText();
  }

  /** The types found until now, each once, and the components that they came from. */
  private static final class Collected {
    private final Place place;
    private final Set<JavaType> types = new LinkedHashSet<>();
    private final Map<String, JavaType> byComponent = new LinkedHashMap<>();
    private @Nullable String className;
    private boolean anything;
    private final Predicate<JavaType> isTextEnum;

    Collected(Place place, Predicate<JavaType> isTextEnum) {
      this.place = place;
      this.isTextEnum = isTextEnum;
    }

    boolean mayRecurse(List<Branches.Branch> flat) {
      return place.component() != null && flat.size() > 1;
    }

    String className(ModelFactory models) {
      if (className == null) {
        className = models.name(place);
      }
      return className;
    }

    void add(JavaType type, @Nullable String component) {
      JavaType plain = type.is(JavaType.Kind.BINARY) ? JavaType.STRING : type.withNullable(false);
      if (type.is(JavaType.Kind.FREE_FORM)) {
        anything = true;
        return;
      }
      if (component != null && !component.isEmpty()) {
        byComponent.put(component, plain);
      }
      types.add(plain);
    }

    List<JavaType> types() {
      Set<JavaType> found = new LinkedHashSet<>(types);
      long textEnums = found.stream().filter(isTextEnum).count();
      if (textEnums == 1) {
        // An open enum holds any other text, too.
        found.remove(JavaType.STRING);
      }
      if (found.contains(JavaType.scalar(JavaType.Kind.LONG))) {
        found.remove(JavaType.scalar(JavaType.Kind.INT));
      }
      return new ArrayList<>(found);
    }

    Map<String, Set<Integer>> cases(Discriminator discriminator) {
      Map<String, Set<Integer>> cases = new LinkedHashMap<>();
      List<JavaType> found = types();
      Set<String> mapped = new LinkedHashSet<>();
      if (discriminator.getMapping() != null) {
        discriminator
            .getMapping()
            .forEach(
                (value, target) -> {
                  String component = target.substring(target.lastIndexOf('/') + 1);
                  mapped.add(component);
                  put(cases, value, found.indexOf(byComponent.get(component)));
                });
      }
      byComponent.forEach(
          (component, type) -> {
            if (!mapped.contains(component)) {
              put(cases, component, found.indexOf(type));
            }
          });
      return cases;
    }

    private static void put(Map<String, Set<Integer>> cases, String value, int alternative) {
      if (alternative >= 0) {
        cases.computeIfAbsent(value, v -> new LinkedHashSet<>()).add(alternative);
      }
    }
  }
}
