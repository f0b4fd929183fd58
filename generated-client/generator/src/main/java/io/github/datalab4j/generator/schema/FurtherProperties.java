package io.github.datalab4j.generator.schema;

import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says of properties that it does not name. Patterns of names are no types in Java:
 * one schema has to stand for all of them.
 */
final class FurtherProperties {
  /** Allowed by name. */
  final boolean open;

  /** Ruled out. */
  final boolean closed;

  /** Ruled out, but for names that fit a pattern. */
  final boolean onlyPatterns;

  /** Typed by patterns of their names, and not all alike. */
  final boolean mixed;

  private final @Nullable Schema<?> typed;
  private final @Nullable Schema<?> byPattern;

  private FurtherProperties(
      @Nullable Object additional, Set<@Nullable Schema<?>> kinds, boolean namesNone) {
    Schema<?> schema = additional instanceof Schema ? (Schema<?>) additional : null;
    Object constant = schema == null ? additional : schema.getBooleanSchemaValue();
    this.open = additional != null && !Boolean.FALSE.equals(constant);
    this.closed = Boolean.FALSE.equals(constant) && kinds.isEmpty();
    this.onlyPatterns = Boolean.FALSE.equals(constant) && !kinds.isEmpty();
    this.typed = constant == null ? schema : null;
    this.byPattern = kinds.size() == 1 && namesNone ? kinds.iterator().next() : null;
    if (open && !kinds.isEmpty()) {
      kinds.add(typed);
    }
    this.mixed = kinds.size() > 1;
  }

  static FurtherProperties of(Schema<?> schema) {
    Set<@Nullable Schema<?>> kinds = new HashSet<>();
    Map<?, ?> patterns = schema.getPatternProperties();
    if (patterns != null) {
      kinds.addAll(ShapeReader.schemas(patterns.values()));
    }
    return new FurtherProperties(
        schema.getAdditionalProperties(), kinds, schema.getProperties() == null);
  }

  /** The schema of them all, or null; others may have said one before, by {@code allOf}. */
  @Nullable Schema<?> schema(@Nullable Schema<?> saidBefore) {
    if (mixed || (typed == null && saidBefore != null)) {
      return saidBefore;
    }
    return typed != null ? typed : byPattern;
  }
}
