package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Random values that a schema allows. */
final class RawValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 5;
  private static final int TOO_DEEP = 40;

  private final RawSchemas schemas;
  private final Random random;
  private final WireTexts texts;
  private final boolean nulls;
  private final boolean nested;

  private RawValues(
      RawSchemas schemas, Random random, WireTexts texts, boolean nulls, boolean nested) {
    this.schemas = schemas;
    this.random = random;
    this.texts = texts;
    this.nulls = nulls;
    this.nested = nested;
  }

  /** For JSON: with nulls, to any depth. */
  static RawValues json(RawSchemas schemas, Random random) {
    return new RawValues(schemas, random, WireTexts.any(random), true, true);
  }

  /** For what OpenAPI says how to write: no null within, and nothing deeper than one level. */
  static RawValues flat(RawSchemas schemas, Random random, WireTexts texts) {
    return new RawValues(schemas, random, texts, false, false);
  }

  /** The same with values to any depth. */
  RawValues nested() {
    return new RawValues(schemas, random, texts, nulls, true);
  }

  JsonNode of(JsonNode schema) {
    return of(schema, 0);
  }

  private JsonNode of(JsonNode schema, int depth) {
    if (depth > TOO_DEEP) {
      throw new NoValueException(schema.toString());
    }
    ObjectNode flat = chosen(schema, depth);
    if (flat.has("const")) {
      return flat.get("const");
    }
    if (flat.path("enum").size() > 0) {
      return constant(flat);
    }
    Set<String> types = new LinkedHashSet<>(RawSchemas.types(flat));
    if (!nulls && types.size() > 1) {
      types.remove("null");
    }
    if (types.isEmpty()) {
      return anything(depth);
    }
    return ofType(pick(new ArrayList<>(types)), flat, depth);
  }

  /** With one alternative of each choice. */
  private ObjectNode chosen(JsonNode schema, int depth) {
    ObjectNode flat = schemas.flat(schema);
    for (int rounds = 0; flat.path(RawSchemas.CHOICES).size() > 0 && rounds < 10; rounds++) {
      JsonNode choices = flat.remove(RawSchemas.CHOICES);
      JsonNode discriminator = flat.remove("discriminator");
      for (JsonNode choice : choices) {
        JsonNode one = alternative(choice, depth);
        RawSchemas.merge(flat, schemas.flat(one));
        if (discriminator != null) {
          Discriminators.mark(flat, discriminator, one);
        }
      }
    }
    return flat;
  }

  private JsonNode alternative(JsonNode choice, int depth) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode each : choice) {
      if (nulls || !each.path("type").asText().equals("null")) {
        all.add(each);
      }
    }
    if (all.isEmpty()) {
      return choice.get(0);
    }
    // The plainest ones, mostly written first or last, so that recursion ends.
    return depth > DEEPEST ? all.get(depth % 2 == 0 ? 0 : all.size() - 1) : pick(all);
  }

  private JsonNode constant(ObjectNode flat) {
    List<JsonNode> values = new ArrayList<>();
    flat.get("enum").forEach(values::add);
    if (!nulls && values.size() > 1) {
      values.removeIf(JsonNode::isNull);
    }
    boolean open = values.size() > 1 && values.stream().allMatch(JsonNode::isTextual);
    return open && random.nextInt(6) == 0 ? JSON.textNode("brand-new") : pick(values);
  }

  private JsonNode ofType(String type, ObjectNode flat, int depth) {
    return switch (type) {
      case "null" -> JSON.nullNode();
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "integer" -> JSON.numberNode(random.nextInt(2_000_000) - 1_000_000L);
      case "number" -> JSON.numberNode(random.nextInt(2_000_000) / 64.0);
      case "array" -> list(flat, depth);
      case "object" -> object(flat, depth);
      default -> JSON.textNode(texts.next(flat.path("format").asText()));
    };
  }

  private JsonNode list(ObjectNode flat, int depth) {
    ArrayNode list = JSON.arrayNode();
    int size = depth > DEEPEST ? 0 : 1 + random.nextInt(3);
    for (JsonNode item : flat.path("prefixItems")) {
      list.add(of(item, depth + 1));
    }
    for (int i = list.size(); i < size; i++) {
      list.add(flat.has("items") ? of(flat.get("items"), depth + 1) : anything(depth + 1));
    }
    return list;
  }

  private JsonNode object(ObjectNode flat, int depth) {
    ObjectNode object = JSON.objectNode();
    Set<String> required = new LinkedHashSet<>();
    flat.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : flat.path("properties").properties()) {
      boolean wanted = depth <= DEEPEST && random.nextInt(3) > 0;
      if (required.remove(property.getKey()) || (wanted && !isNever(property.getValue()))) {
        object.set(property.getKey(), of(property.getValue(), depth + 1));
      }
    }
    required.forEach(name -> object.set(name, anything(depth + 1)));
    JsonNode more = flat.path("additionalProperties");
    boolean closed = isNever(more) || (more.isMissingNode() && flat.has("properties"));
    if (!closed && depth <= DEEPEST) {
      object.set("more", more.isObject() ? of(more, depth + 1) : anything(depth + 1));
    }
    return object;
  }

  private static boolean isNever(JsonNode schema) {
    return schema.isBoolean() && !schema.booleanValue();
  }

  private JsonNode anything(int depth) {
    int kinds = nested && depth < 3 ? 6 : 3;
    return switch (random.nextInt(kinds)) {
      case 0 -> JSON.textNode(texts.next(""));
      case 1 -> JSON.numberNode(random.nextInt(1000));
      case 2 -> JSON.booleanNode(random.nextBoolean());
      case 3 -> nulls ? JSON.nullNode() : JSON.textNode(texts.next(""));
      case 4 -> JSON.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
      default -> JSON.objectNode().set("any", anything(depth + 1));
    };
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The objects of a list that a form can hold. */
  static List<JsonNode> items(JsonNode list) {
    return java.util.stream.StreamSupport.stream(list.spliterator(), false)
        .collect(Collectors.toList());
  }
}
