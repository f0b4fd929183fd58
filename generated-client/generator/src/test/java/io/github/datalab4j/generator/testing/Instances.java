package io.github.datalab4j.generator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Random JSON for the schemas of a document, made from the plain document by the words of JSON
 * Schema: nothing of the generator decides what they mean.
 */
final class Instances {
  private static final int DEEP = 5;
  private static final int DEEPEST = 24;
  private static final String NONE = "none";

  private final RawDocument document;
  private final Random random;
  private final RandomJson json;
  private final boolean newer;

  /**
   * Begins a row of values.
   *
   * @param newer whether to mix in what a newer service would send: unknown fields and enum values
   */
  Instances(RawDocument document, long seed, boolean newer) {
    this.document = document;
    this.random = new Random(seed);
    this.json = new RandomJson(random);
    this.newer = newer;
  }

  /** A value for the schema there; a missing node where none was found this time. */
  JsonNode at(String pointer) {
    SchemaParts parts = new SchemaParts(document, random, false);
    parts.addReferred("#" + pointer);
    return of(parts, 0);
  }

  private JsonNode of(SchemaParts parts, int depth) {
    if (parts.impossible || depth > DEEPEST) {
      return RandomJson.NODES.missingNode();
    }
    for (JsonNode part : parts.all) {
      if (part.has("const")) {
        return part.path("const");
      }
      if (part.path("enum").size() > 0) {
        return oneOf(part.path("enum"), parts);
      }
    }
    Set<String> types = types(parts);
    if (types.contains(NONE)) {
      return RandomJson.NODES.missingNode();
    }
    boolean optional = depth > DEEP || random.nextInt(4) == 0;
    if (types.remove("null") && (types.isEmpty() || optional)) {
      return RandomJson.NODES.nullNode();
    }
    if (types.contains("number")) {
      // It is a double, and a double holds no whole number of 64 bits.
      types.remove("integer");
    }
    List<String> choice = new ArrayList<>(types.isEmpty() ? guessed(parts) : types);
    return choice.isEmpty()
        ? json.any(depth)
        : ofType(choice.get(random.nextInt(choice.size())), parts, depth);
  }

  private JsonNode oneOf(JsonNode values, SchemaParts parts) {
    JsonNode value = values.get(random.nextInt(values.size()));
    if (!newer || values.size() == 1 || random.nextInt(5) > 0) {
      return value;
    }
    if (value.isNumber()) {
      boolean decimal = types(parts).contains("number");
      return decimal ? RandomJson.NODES.numberNode(1234.5) : RandomJson.NODES.numberNode(1234L);
    }
    return value.isTextual() ? RandomJson.NODES.textNode("unknown") : value;
  }

  private Set<String> types(SchemaParts parts) {
    Set<String> types = null;
    for (JsonNode part : parts.all) {
      Set<String> own = new LinkedHashSet<>();
      JsonNode type = part.path("type");
      type.forEach(each -> own.add(each.asText()));
      if (type.isTextual()) {
        own.add(type.asText());
        if (document.is30() && part.path("nullable").asBoolean()) {
          own.add("null");
        }
      }
      if (!own.isEmpty()) {
        types = types == null ? own : both(types, own);
      }
    }
    if (types == null) {
      return new LinkedHashSet<>();
    }
    return types.isEmpty() ? Set.of(NONE) : types;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new LinkedHashSet<>(one);
    both.retainAll(other);
    boolean whole = one.contains("integer") && other.contains("number");
    if (whole || (one.contains("number") && other.contains("integer"))) {
      both.add("integer");
    }
    return both;
  }

  /** Most documents that name no type mean the one that their words are about. */
  private static Set<String> guessed(SchemaParts parts) {
    Set<String> guessed = new HashSet<>();
    for (JsonNode part : parts.all) {
      if (part.path("properties").size() > 0 || part.path("additionalProperties").isObject()) {
        return Set.of("object");
      }
      if (part.has("items") || part.has("prefixItems")) {
        guessed.add("array");
      }
    }
    return guessed;
  }

  private JsonNode ofType(String type, SchemaParts parts, int depth) {
    switch (type) {
      case "string":
        return json.text(parts.all);
      case "boolean":
        return RandomJson.NODES.booleanNode(random.nextBoolean());
      case "integer":
        return json.integer(parts.all);
      case "number":
        return json.number(parts.all);
      case "array":
        return array(parts, depth);
      case "object":
        return object(parts, depth);
      default:
        return json.any(depth);
    }
  }

  private JsonNode array(SchemaParts parts, int depth) {
    int least = 0;
    int most = Integer.MAX_VALUE;
    int places = 0;
    for (JsonNode part : parts.all) {
      least = Math.max(least, part.path("minItems").asInt());
      most = Math.min(most, part.path("maxItems").asInt(Integer.MAX_VALUE));
      places = Math.max(places, part.path("prefixItems").size());
    }
    int wanted = depth > DEEP ? least : Math.max(least, random.nextInt(4 + places));
    ArrayNode array = RandomJson.NODES.arrayNode();
    for (int i = 0; i < Math.min(Math.min(wanted, most), 200); i++) {
      JsonNode item = item(parts, i, depth);
      if (item.isMissingNode()) {
        return array.size() < least ? item : array;
      }
      array.add(item);
    }
    return array;
  }

  private JsonNode item(SchemaParts parts, int index, int depth) {
    SchemaParts item = new SchemaParts(document, random, depth > DEEP);
    for (JsonNode part : parts.all) {
      JsonNode places = part.path("prefixItems");
      JsonNode schema = index < places.size() ? places.get(index) : part.path("items");
      item.add(schema);
    }
    return of(item, depth + 1);
  }

  private JsonNode object(SchemaParts parts, int depth) {
    Map<String, SchemaParts> properties = properties(parts, depth);
    Set<String> required = new HashSet<>();
    parts.all.forEach(part -> part.path("required").forEach(name -> required.add(name.asText())));
    properties.forEach(
        (name, property) -> {
          if (property.isOneWay()) {
            required.remove(name);
          }
        });
    required.forEach(name -> properties.computeIfAbsent(name, n -> further(parts, depth)));
    ObjectNode object = RandomJson.NODES.objectNode();
    for (Map.Entry<String, SchemaParts> property : properties.entrySet()) {
      String name = property.getKey();
      boolean needed = required.contains(name) || parts.discriminators.containsKey(name);
      if (needed || (depth < DEEP && random.nextInt(3) > 0)) {
        JsonNode value = of(property.getValue(), depth + 1);
        if (!value.isMissingNode()) {
          object.set(name, value);
        } else if (required.contains(name)) {
          return value;
        }
      }
    }
    parts.discriminators.forEach(
        (name, value) -> {
          SchemaParts property = properties.get(name);
          if (property == null || property.allowsText(value)) {
            object.put(name, value);
          }
        });
    addFurther(object, parts, depth);
    return object;
  }

  /** By name, what all parts say of the property. */
  private Map<String, SchemaParts> properties(SchemaParts parts, int depth) {
    Map<String, SchemaParts> properties = new LinkedHashMap<>();
    for (JsonNode part : parts.all) {
      for (Map.Entry<String, JsonNode> property : part.path("properties").properties()) {
        properties
            .computeIfAbsent(
                property.getKey(), name -> new SchemaParts(document, random, depth > DEEP))
            .add(property.getValue());
      }
    }
    for (JsonNode part : parts.all) {
      properties.forEach(
          (name, property) -> {
            if (!part.path("properties").has(name)
                && part.path("additionalProperties").isObject()) {
              property.add(part.path("additionalProperties"));
            }
          });
    }
    return properties;
  }

  /** What all parts say of properties that they do not name. */
  private SchemaParts further(SchemaParts parts, int depth) {
    SchemaParts further = new SchemaParts(document, random, depth > DEEP);
    for (JsonNode part : parts.all) {
      JsonNode additional = part.path("additionalProperties");
      if (!newer || additional.isObject()) {
        further.add(additional);
      }
    }
    return further;
  }

  private void addFurther(ObjectNode object, SchemaParts parts, int depth) {
    boolean free = parts.all.stream().noneMatch(part -> part.has("propertyNames"));
    if (free && depth < DEEP && random.nextInt(3) == 0) {
      SchemaParts further = further(parts, depth);
      JsonNode value = of(further, depth + 1);
      if (!value.isMissingNode()) {
        object.set("unknown \"field\"", value);
      }
    }
  }
}
