package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Makes a value say which alternative it is. */
final class Discriminators {
  private Discriminators() {}

  /** Demands the name of an alternative, unless its own schema says what the property holds. */
  static void mark(ObjectNode flat, JsonNode discriminator, JsonNode alternative) {
    String property = discriminator.path("propertyName").asText();
    JsonNode own = flat.path("properties").path(property);
    if (property.isEmpty() || own.has("const") || own.has("enum") || !alternative.has("$ref")) {
      return;
    }
    String name = name(discriminator.path("mapping"), alternative.path("$ref").asText());
    flat.withObject("/properties").putObject(property).put("const", name);
    if (flat.path("required").isMissingNode()) {
      flat.set("required", JsonNodeFactory.instance.arrayNode());
    }
    ((ArrayNode) flat.get("required")).add(property);
  }

  private static String name(JsonNode mapping, String ref) {
    String component = ref.substring(ref.lastIndexOf('/') + 1);
    for (Map.Entry<String, JsonNode> each : mapping.properties()) {
      String target = each.getValue().asText();
      if (target.equals(ref) || target.equals(component)) {
        return each.getKey();
      }
    }
    return component;
  }
}
