package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.datalab4j.generator.testing.ValidJson;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Random JSON for bodies, which a validator finds right: schemas may contradict each other. */
final class JsonValues {
  private static final int TRIES = 30;

  private final RawSchemas schemas;
  private final ValidJson validator;
  private final IdentityHashMap<JsonNode, Predicate<JsonNode>> valid = new IdentityHashMap<>();

  JsonValues(RawSchemas schemas, ValidJson validator) {
    this.schemas = schemas;
    this.validator = validator;
  }

  JsonNode of(JsonNode schema, Random random) {
    RawValues values = RawValues.json(schemas, random);
    if (!schema.isContainerNode()) {
      return values.of(schema);
    }
    return Stream.generate(() -> values.of(schema))
        .limit(TRIES)
        .filter(valid.computeIfAbsent(schema, validator::of))
        .findFirst()
        .orElseThrow(() -> new NoValueException(schema.toString()));
  }
}
