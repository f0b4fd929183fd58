package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.datalab4j.generator.testing.SameJson;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Texts as a service reads them. */
final class WireText {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private WireText() {}

  /** Whether a text says a value: by itself, a number by its value, what is nested as JSON. */
  static boolean says(String text, JsonNode value) {
    if (value.isTextual()) {
      return text.equals(value.textValue());
    }
    if (value.isNumber()) {
      try {
        return new BigDecimal(text).compareTo(value.decimalValue()) == 0;
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return value.isBoolean() ? text.equals(value.asText()) : saysJson(text, value);
  }

  static boolean saysJson(String text, JsonNode value) {
    try {
      return SameJson.same(value, MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Decodes a part of a path, where a plus is a plus. */
  static String percentDecoded(String text) {
    return urlDecoded(text.replace("+", "%2B"));
  }

  /** Decodes a part of a query or form, where a plus is a space. */
  static String urlDecoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
