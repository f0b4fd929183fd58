package io.github.datalab4j.generator.schema;

import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a schema says of a value that its Java type does not show, in words. */
public final class ShapeWords {
  private ShapeWords() {}

  /**
   * For example {@code format "date-time"}, {@code maxLength 20}, {@code always "pet"}, {@code each
   * of format "uuid"}.
   *
   * @param type what the schema's values are in Java
   * @param shapes reads schemas
   */
  public static List<String> of(
      Schema<?> schema, JavaType type, Function<Schema<?>, Shape> shapes) {
    Shape shape = shapes.apply(Unwrapped.of(schema).schema());
    List<String> words = new ArrayList<>();
    if (type.is(JavaType.Kind.STRING) && shape.format() != null) {
      words.add("format " + JavaText.literal(shape.format()));
    }
    List<Object> values = shape.constants();
    if (!values.isEmpty() && !type.isModel()) {
      words.add(
          (values.size() == 1 ? "always " : "one of ")
              + values.stream().map(ShapeWords::text).collect(Collectors.joining(" ")));
    }
    SortedMap<String, String> constraints = Rules.of(shapes.apply(schema), shapes);
    Constraints.merge(constraints, Rules.of(shape, shapes));
    if (type.is(JavaType.Kind.OBJECT) || type.is(JavaType.Kind.UNION)) {
      constraints.keySet().removeIf(Constraints::isOfFields);
    }
    words.addAll(Constraints.words(constraints));
    if (type.is(JavaType.Kind.LIST) && shape.items() != null && !shape.tuple()) {
      for (String word : of(shape.items(), type.element(), shapes)) {
        words.add("each of " + word);
      }
    }
    if (type.is(JavaType.Kind.MAP)) {
      words.addAll(ofFurther(shape, type.element(), shapes));
    }
    return words;
  }

  /**
   * What is said of the values of further fields, for example {@code each value of maxLength 5}.
   */
  public static List<String> ofFurther(
      Shape shape, JavaType type, Function<Schema<?>, Shape> shapes) {
    return shape.additional() == null
        ? Collections.emptyList()
        : of(shape.additional(), type, shapes).stream()
            .map(word -> "each value of " + word)
            .collect(Collectors.toList());
  }

  /** What is asked of the fields of an object together, for example {@code minProperties 1}. */
  public static List<String> ofFields(Shape shape, Function<Schema<?>, Shape> shapes) {
    SortedMap<String, String> constraints = Rules.of(shape, shapes);
    constraints.keySet().removeIf(keyword -> !Constraints.isOfFields(keyword));
    return Constraints.words(constraints);
  }

  /** A value of the document on one line: text as a literal. */
  public static String text(@Nullable Object value) {
    return value instanceof String ? JavaText.literal((String) value) : String.valueOf(value);
  }
}
