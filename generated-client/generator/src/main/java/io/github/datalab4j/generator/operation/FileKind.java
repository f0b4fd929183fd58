package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.schema.JsonType;
import io.github.datalab4j.generator.schema.Shape;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a part of a form is no file, one file, or any number of files. */
enum FileKind {
  NONE,
  ONE,
  MANY;

  private static final int DEEPEST = 10;

  static FileKind of(Schema<?> schema, @Nullable Encoding encoding, MethodScope scope) {
    FileKind kind = of(schema, scope, 0);
    if (kind != NONE || encoding == null || encoding.getContentType() == null) {
      return kind;
    }
    // OpenAPI 3.0 says by the encoding alone that a string is, for example, an image.
    boolean text =
        MediaTypes.isJson(encoding.getContentType())
            || encoding.getContentType().trim().startsWith("text/")
            || encoding.getContentType().contains("xml");
    Shape shape = scope.shapeOf(schema);
    if (text) {
      return NONE;
    }
    if (isBareText(shape)) {
      return ONE;
    }
    return shape.items() != null && isBareText(scope.shapeOf(shape.items())) ? MANY : NONE;
  }

  private static boolean isBareText(Shape shape) {
    Set<JsonType> text = Collections.singleton(JsonType.STRING);
    return shape.types().equals(text) && shape.values() == null && shape.format() == null;
  }

  /** Of alternatives the one with files counts: a part can hold the others too. */
  private static FileKind of(Schema<?> schema, MethodScope scope, int depth) {
    Shape shape = scope.shapeOf(schema);
    if (shape.binary()) {
      return ONE;
    }
    if (depth == DEEPEST) {
      return NONE;
    }
    if (shape.items() != null && of(shape.items(), scope, depth + 1) == ONE) {
      return MANY;
    }
    FileKind kind = NONE;
    for (Schema<?> alternative : shape.alternatives()) {
      FileKind other = of(alternative, scope, depth + 1);
      kind = other.compareTo(kind) > 0 ? other : kind;
    }
    return kind;
  }
}
