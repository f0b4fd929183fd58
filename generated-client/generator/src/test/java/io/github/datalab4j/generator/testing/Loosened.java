package io.github.datalab4j.generator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Takes out of a document's schemas what is not asked of the values of a round trip. */
final class Loosened {
  private final RawDocument document;
  private final boolean newer;

  Loosened(RawDocument document, boolean newer) {
    this.document = document;
    this.newer = newer;
  }

  void loosen(JsonNode node) {
    if (node.isObject()) {
      loosenSchema((ObjectNode) node);
    }
    node.forEach(this::loosen);
  }

  private void loosenSchema(ObjectNode schema) {
    for (String rule : List.of("pattern", "format")) {
      if (schema.path(rule).isTextual()) {
        schema.remove(rule);
      }
    }
    if (schema.path("discriminator").path("propertyName").isTextual()) {
      schema.remove("discriminator");
    }
    JsonNode ref = schema.path("$ref");
    if (ref.isNull() || (ref.isTextual() && document.find(ref.asText()).isMissingNode())) {
      schema.remove("$ref");
    }
    if (schema.path("oneOf").isArray()) {
      ObjectNode any = schema.objectNode();
      any.set("anyOf", schema.remove("oneOf"));
      schema.withArray("allOf").add(any);
    }
    leaveOutOneWay(schema);
    if (newer) {
      open(schema);
    }
  }

  /** What is required of one direction only is not required of a value that goes both ways. */
  private void leaveOutOneWay(ObjectNode schema) {
    if (!schema.path("required").isArray()) {
      return;
    }
    ArrayNode both = schema.arrayNode();
    for (JsonNode name : schema.path("required")) {
      JsonNode property = schema.path("properties").path(name.asText());
      JsonNode target = document.find(property.path("$ref").asText());
      if (!isOneWay(property) && !isOneWay(target)) {
        both.add(name);
      }
    }
    schema.set("required", both);
  }

  private static boolean isOneWay(JsonNode schema) {
    return schema.path("readOnly").asBoolean() || schema.path("writeOnly").asBoolean();
  }

  private static void open(ObjectNode schema) {
    JsonNode first = schema.path("enum").path(0);
    if (first.isTextual() || first.isNumber()) {
      schema.remove("enum");
    }
    for (String rule : List.of("additionalProperties", "unevaluatedProperties")) {
      if (schema.path(rule).isBoolean()) {
        schema.remove(rule);
      }
    }
  }
}
