package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together what a schema says by references and by {@code allOf}. */
final class RawSchemas {
  /** Holds, a list each, the alternatives of every {@code anyOf} and {@code oneOf}. */
  static final String CHOICES = "x-choices";

  private static final Set<String> TYPES =
      Set.of("null", "boolean", "integer", "number", "string", "array", "object");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 12;

  private final RawDocument document;

  RawSchemas(RawDocument document) {
    this.document = document;
  }

  ObjectNode flat(JsonNode schema) {
    return flat(schema, 0);
  }

  private ObjectNode flat(JsonNode schema, int depth) {
    ObjectNode all = JSON.objectNode();
    if (!schema.isObject() || depth > DEEPEST) {
      return all;
    }
    if (schema.has("$ref")) {
      merge(all, flat(document.resolve(schema), depth + 1));
    }
    for (JsonNode part : schema.path("allOf")) {
      merge(all, flat(part, depth + 1));
    }
    ObjectNode own = ((ObjectNode) schema.deepCopy()).without(List.of("$ref", "allOf"));
    ArrayNode choices = JSON.arrayNode();
    for (String key : List.of("anyOf", "oneOf")) {
      if (own.path(key).size() > 0) {
        choices.add(own.path(key));
      }
    }
    own.remove(List.of("anyOf", "oneOf"));
    if (choices.size() > 0) {
      own.set(CHOICES, choices);
    }
    merge(all, own);
    return all;
  }

  /** Adds to a schema what another one demands too. */
  static void merge(ObjectNode all, ObjectNode more) {
    for (Map.Entry<String, JsonNode> each : more.properties()) {
      String key = each.getKey();
      if (!all.has(key)) {
        all.set(key, each.getValue().deepCopy());
      } else if (key.equals("properties")) {
        mergeProperties((ObjectNode) all.get(key), each.getValue());
      } else if (key.equals("required") || key.equals(CHOICES)) {
        ((ArrayNode) all.get(key)).addAll((ArrayNode) each.getValue());
      } else if (!key.equals("discriminator") && !key.equals("nullable")) {
        all.set(key, each.getValue().deepCopy());
      }
    }
  }

  private static void mergeProperties(ObjectNode all, JsonNode more) {
    for (Map.Entry<String, JsonNode> property : more.properties()) {
      JsonNode known = all.get(property.getKey());
      all.set(
          property.getKey(),
          known == null || known.equals(property.getValue())
              ? property.getValue()
              : JSON.objectNode()
                  .set("allOf", JSON.arrayNode().add(known).add(property.getValue())));
    }
  }

  /** Whether a form requires a field itself, or by each alternative that is a form. */
  boolean formRequires(JsonNode schema, String name) {
    ObjectNode flat = flat(schema);
    for (JsonNode each : flat.path("required")) {
      if (each.asText().equals(name)) {
        return true;
      }
    }
    for (JsonNode choice : flat.path(CHOICES)) {
      List<JsonNode> forms = new ArrayList<>();
      choice.forEach(forms::add);
      forms.removeIf(form -> form.path("type").asText().equals("null"));
      if (!forms.isEmpty() && forms.stream().allMatch(form -> formRequires(form, name))) {
        return true;
      }
    }
    return false;
  }

  /** The properties of a form: its own, and those of all alternatives. */
  ObjectNode formProperties(JsonNode schema) {
    ObjectNode flat = flat(schema);
    ObjectNode properties = JSON.objectNode();
    mergeProperties(properties, flat.path("properties"));
    for (JsonNode choice : flat.path(CHOICES)) {
      for (JsonNode alternative : choice) {
        for (Map.Entry<String, JsonNode> each : formProperties(alternative).properties()) {
          if (!properties.has(each.getKey())) {
            properties.set(each.getKey(), each.getValue());
          }
        }
      }
    }
    return properties;
  }

  /** Whether a value is the content of a file, or a list of such. */
  boolean isBinary(JsonNode schema) {
    ObjectNode flat = flat(schema);
    boolean encoded = flat.has("contentEncoding");
    if (flat.path("format").asText().equals("binary")
        || (flat.has("contentMediaType") && !encoded && types(flat).contains("string"))) {
      return true;
    }
    for (JsonNode choice : flat.path(CHOICES)) {
      for (JsonNode alternative : choice) {
        if (isBinary(alternative)) {
          return true;
        }
      }
    }
    return flat.has("items") && isBinary(flat.get("items"));
  }

  /** What {@code type} allows; by its other keywords where there is none; empty for anything. */
  static Set<String> types(ObjectNode flat) {
    Set<String> types = new LinkedHashSet<>();
    if (flat.path("type").isTextual()) {
      types.add(flat.path("type").textValue());
    }
    flat.path("type").forEach(type -> types.add(type.asText()));
    types.retainAll(TYPES);
    if (types.isEmpty() && (flat.has("properties") || flat.has("additionalProperties"))) {
      types.add("object");
    } else if (types.isEmpty() && flat.has("items")) {
      types.add("array");
    }
    if (flat.path("nullable").asBoolean() && !types.isEmpty()) {
      types.add("null");
    }
    return types;
  }
}
