package io.github.datalab4j.upgrade.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.datalab4j.generator.schema.PlainValue;
import org.jspecify.annotations.Nullable;

/** Writes the document's values as JSON. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** Empty where there is no value. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    try {
      return MAPPER.writeValueAsString(PlainValue.of(value));
    } catch (JsonProcessingException e) {
      return String.valueOf(value);
    }
  }
}
