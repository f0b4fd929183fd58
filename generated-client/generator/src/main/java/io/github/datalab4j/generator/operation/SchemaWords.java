package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.schema.Constraints;
import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.Rules;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.ShapeWords;
import io.github.datalab4j.generator.schema.Unwrapped;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says on one line what a schema looks like for which there is no class. */
final class SchemaWords {
  private static final int DEEPEST = 5;

  private final MethodScope scope;

  SchemaWords(MethodScope scope) {
    this.scope = scope;
  }

  /**
   * For example {@code Pet}, {@code list of string}, <code>{"code": integer required, "hint":
   * string maxLength 20 or null}</code>.
   */
  String of(Schema<?> schema) {
    return of(schema, DEEPEST);
  }

  private String of(Schema<?> schema, int depth) {
    Unwrapped unwrapped = Unwrapped.of(schema);
    Schema<?> inner = unwrapped.schema();
    if (inner.get$ref() != null) {
      return lastWord(inner.get$ref()) + (unwrapped.nullable() ? " or null" : "");
    }
    Shape shape = scope.shapeOf(inner);
    List<String> words = new ArrayList<>();
    words.add(form(shape, depth));
    if (shape.format() != null) {
      words.add("format " + ShapeWords.text(shape.format()));
    }
    words.addAll(Constraints.words(Rules.of(shape, scope::shapeOf)));
    boolean nullable = shape.nullable() || unwrapped.nullable();
    return String.join(" ", words) + (nullable ? " or null" : "");
  }

  /** What is merged from a component may hold it again: its fields are not taken apart. */
  private String form(Shape shape, int left) {
    int depth = shape.parents().isEmpty() ? left : Math.min(left, 1);
    List<Object> values = shape.constants();
    if (!values.isEmpty()) {
      return (values.size() == 1 ? "always " : "one of ")
          + values.stream().map(ShapeWords::text).collect(Collectors.joining(" "));
    }
    if (depth > 0 && isUnion(shape)) {
      return shape.alternatives().stream()
          .map(each -> of(each, depth - 1))
          .collect(Collectors.joining(" or "));
    }
    if (depth > 0 && !shape.properties().isEmpty()) {
      return "{" + fields(shape, depth - 1) + "}";
    }
    if (depth > 0 && shape.items() != null) {
      return "list of " + of(shape.items(), depth - 1);
    }
    if (depth > 0 && shape.additional() != null) {
      return "map to " + of(shape.additional(), depth - 1);
    }
    return shape.types().isEmpty()
        ? "any"
        : shape.types().stream().map(SchemaWords::word).collect(Collectors.joining(" or "));
  }

  private boolean isUnion(Shape shape) {
    return !shape.alternatives().isEmpty() && !Rules.areAlternatives(shape, scope::shapeOf);
  }

  private String fields(Shape shape, int depth) {
    List<String> fields = new ArrayList<>();
    shape
        .properties()
        .forEach(
            (name, property) ->
                fields.add(
                    ShapeWords.text(name)
                        + ": "
                        + of(property.schema(), depth)
                        + (shape.required().contains(name) ? " required" : "")));
    if (shape.additional() != null) {
      fields.add("further: " + of(shape.additional(), depth));
    } else if (shape.closed()) {
      fields.add("further: ruled out");
    }
    Collections.sort(fields);
    return String.join(", ", fields);
  }

  private static String word(JsonType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  static String lastWord(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
