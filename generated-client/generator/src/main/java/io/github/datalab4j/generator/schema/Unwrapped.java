package io.github.datalab4j.generator.schema;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema without what only says "or null" or adds remarks: {@code anyOf: [X, null]}, {@code
 * allOf: [X]}. So X keeps its name.
 */
public final class Unwrapped {
  private final Schema<?> schema;
  private final boolean nullable;

  private Unwrapped(Schema<?> schema, boolean nullable) {
    this.schema = schema;
    this.nullable = nullable;
  }

  /** The schema inside of all wrappings: a reference, or one with a form of its own. */
  public static Unwrapped of(Schema<?> wrapped) {
    Schema<?> schema = wrapped;
    boolean nullable = false;
    while (true) {
      nullable |= ShapeReader.typeNames(schema).contains("null");
      nullable |= Boolean.TRUE.equals(schema.getNullable());
      if (schema.get$ref() != null || hasOwnForm(schema)) {
        return new Unwrapped(schema, nullable);
      }
      List<Schema<?>> branches = new ArrayList<>(ShapeReader.bothOf(schema));
      nullable |= branches.removeIf(ShapeReader::isNull);
      if (schema.getAllOf() != null) {
        List<Schema<?>> parts = new ArrayList<>(ShapeReader.schemas(schema.getAllOf()));
        for (Schema<?> part : parts) {
          nullable |= isRemark(part) && Boolean.TRUE.equals(part.getNullable());
        }
        parts.removeIf(Unwrapped::isRemark);
        branches.addAll(parts);
      }
      if (branches.size() != 1 || schema.getDiscriminator() != null) {
        return new Unwrapped(schema, nullable);
      }
      schema = branches.get(0);
    }
  }

  private static boolean hasOwnForm(Schema<?> schema) {
    return (schema.getProperties() != null && !schema.getProperties().isEmpty())
        || (schema.getRequired() != null && !schema.getRequired().isEmpty())
        || schema.getAdditionalProperties() instanceof Schema
        || schema.getItems() != null
        || schema.getPrefixItems() != null
        || schema.getEnum() != null
        || schema.getConst() != null
        || schema.getBooleanSchemaValue() != null;
  }

  /** What stands beside a reference of 3.1 and narrows the value: more than a type or remarks. */
  private static boolean narrows(Schema<?> schema) {
    boolean parts =
        schema.getAllOf() != null
            && ShapeReader.schemas(schema.getAllOf()).stream().anyMatch(part -> !isRemark(part));
    return hasOwnForm(schema) || parts || !ShapeReader.bothOf(schema).isEmpty();
  }

  private static boolean isRemark(Schema<?> schema) {
    return schema.get$ref() == null
        && !hasOwnForm(schema)
        && ShapeReader.typeNames(schema).isEmpty()
        && ShapeReader.bothOf(schema).isEmpty()
        && schema.getAllOf() == null;
  }

  public Schema<?> schema() {
    return schema;
  }

  /** What it refers to; null where it is no reference, or where something beside it narrows it. */
  public @Nullable String ref() {
    return narrows(schema) ? null : schema.get$ref();
  }

  /** Whether one of the wrappings allows null. */
  public boolean nullable() {
    return nullable;
  }
}
