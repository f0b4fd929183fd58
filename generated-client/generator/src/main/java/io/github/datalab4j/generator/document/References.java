package io.github.datalab4j.generator.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a document refers to outside of itself. */
final class References {
  /** Here the keys are names of the author's, not words of OpenAPI. */
  private static final Set<String> NAMES =
      Set.of(
          "callbacks",
          "content",
          "definitions",
          "$defs",
          "dependentSchemas",
          "encoding",
          "examples",
          "headers",
          "links",
          "mapping",
          "parameters",
          "pathItems",
          "paths",
          "patternProperties",
          "properties",
          "requestBodies",
          "responses",
          "schemas",
          "securitySchemes",
          "variables",
          "webhooks");

  /** Here are values, in which a $ref is data. */
  private static final Set<String> VALUES = Set.of("const", "default", "enum", "example", "value");

  private final Set<String> found = new LinkedHashSet<>();

  private References() {}

  /** Those that leave the document, each once, as they are written. */
  static Set<String> leaving(JsonNode document) {
    References references = new References();
    references.read(document, false);
    return references.found;
  }

  private void read(JsonNode node, boolean names) {
    if (node.isArray()) {
      node.forEach(element -> read(element, false));
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      if (names) {
        read(value, false);
      } else if (key.equals("$ref") && value.isTextual()) {
        add(value.asText());
      } else if (!VALUES.contains(key) && !key.startsWith("x-")) {
        read(value, NAMES.contains(key));
      }
    }
  }

  /** A bare name is taken for that of a component. */
  private void add(String reference) {
    if (!reference.startsWith("#") && !reference.matches("\\w*")) {
      found.add(reference);
    }
  }
}
