package io.github.datalab4j.generator.schema;

import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** A property of an object, and where it was declared. */
public final class Property {
  private final Schema<?> schema;
  private final @Nullable String declaredIn;

  Property(Schema<?> schema, @Nullable String declaredIn) {
    this.schema = schema;
    this.declaredIn = declaredIn;
  }

  public Schema<?> schema() {
    return schema;
  }

  /** The component from which {@code allOf} took it; null for one of its own. */
  public @Nullable String declaredIn() {
    return declaredIn;
  }
}
