package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.schema.Components;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.ShapeReader;
import io.github.datalab4j.generator.schema.Unwrapped;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The alternatives of a union, those of unions inside of it among them. */
final class Branches {
  private final Components components;
  private final ShapeReader reader;

  Branches(Components components, ShapeReader reader) {
    this.components = components;
    this.reader = reader;
  }

  List<Branch> of(Shape union) {
    List<Branch> flat = new ArrayList<>();
    for (Schema<?> alternative : union.alternatives()) {
      flatten(alternative, false, flat, new HashSet<>());
    }
    return flat;
  }

  private void flatten(Schema<?> schema, boolean nullable, List<Branch> flat, Set<String> seen) {
    Unwrapped unwrapped = Unwrapped.of(schema);
    Schema<?> core = unwrapped.schema();
    boolean takesNull = nullable || unwrapped.nullable();
    String ref = core.get$ref();
    if (ref != null && !seen.add(ref)) {
      return;
    }
    Shape shape = reader.read(core);
    boolean isUnion = !shape.alternatives().isEmpty() && shape.properties().isEmpty();
    if (isUnion && shape.types().isEmpty()) {
      for (Schema<?> inner : shape.alternatives()) {
        flatten(inner, takesNull || shape.nullable(), flat, seen);
      }
    } else {
      String component = ref == null ? null : components.nameOf(ref);
      flat.add(new Branch(core, component, takesNull || shape.nullable(), shape.title()));
    }
  }

  /** The alternative together with what the union says of all its alternatives. */
  Shape merged(Shape union, Branch branch) {
    return reader.read(branch.schema()).withBase(union);
  }

  /** One alternative. */
  static final class Branch {
    private final Schema<?> schema;
    private final @Nullable String component;
    private final boolean nullable;
    private final @Nullable String title;

    Branch(Schema<?> schema, @Nullable String component, boolean nullable, @Nullable String title) {
      this.schema = schema;
      this.component = component;
      this.nullable = nullable;
      this.title = title;
    }

    Schema<?> schema() {
      return schema;
    }

    @Nullable String component() {
      return component;
    }

    boolean nullable() {
      return nullable;
    }

    /** A name for a class made for it. */
    String name(int number) {
      if (component != null) {
        return component;
      }
      return title != null && title.length() <= 40 ? title : "Alternative" + number;
    }
  }
}
