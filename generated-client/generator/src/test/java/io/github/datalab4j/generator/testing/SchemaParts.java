package io.github.datalab4j.generator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What one value has to fit at once: a schema, what it refers to, all of {@code allOf}, and one
 * branch, taken at random, of each {@code anyOf} and {@code oneOf}.
 */
final class SchemaParts {
  private static final String COMPONENTS = "#/components/schemas/";

  private final RawDocument document;
  private final Random random;
  private final boolean leavesOnly;
  private final Set<String> onTheWay = new LinkedHashSet<>();

  /** Schemas without references that are still to be followed. */
  final List<JsonNode> all = new ArrayList<>();

  /** What the discriminators have to say, by property. */
  final Map<String, String> discriminators = new HashMap<>();

  boolean impossible;

  /**
   * Takes nothing yet.
   *
   * @param leavesOnly whether to take, of several branches, one without parts, if there is one
   */
  SchemaParts(RawDocument document, Random random, boolean leavesOnly) {
    this.document = document;
    this.random = random;
    this.leavesOnly = leavesOnly;
  }

  void add(JsonNode schema) {
    if (schema.isBoolean()) {
      impossible |= !schema.booleanValue();
    }
    JsonNode ref = schema.path("$ref");
    if (ref.isTextual()) {
      addReferred(ref.asText());
    }
    if (!schema.isObject() || (ref.isTextual() && document.is30())) {
      return;
    }
    schema.path("allOf").forEach(this::add);
    addBranch(schema, schema.path("oneOf"));
    addBranch(schema, schema.path("anyOf"));
    all.add(schema);
  }

  /** A reference that is on the way already adds nothing to itself. */
  void addReferred(String ref) {
    if (onTheWay.add(ref)) {
      JsonNode target = document.find(ref);
      addChild(ref, target);
      add(target);
      onTheWay.remove(ref);
    }
  }

  private void addBranch(JsonNode schema, JsonNode branches) {
    if (!branches.isArray() || branches.isEmpty()) {
      return;
    }
    List<JsonNode> choice = new ArrayList<>();
    String here = onTheWay.stream().reduce("", (first, second) -> second);
    for (JsonNode branch : branches) {
      String ref = branch.path("$ref").asText();
      if (onTheWay.contains(ref) && !ref.equals(here)) {
        // The way came from this branch, by its allOf.
        return;
      }
      if (!onTheWay.contains(ref)) {
        choice.add(branch);
      }
    }
    if (leavesOnly && choice.stream().anyMatch(this::isLeaf)) {
      choice.removeIf(branch -> !isLeaf(branch));
    }
    if (choice.isEmpty()) {
      return;
    }
    JsonNode branch = choice.get(random.nextInt(choice.size()));
    discriminate(schema.path("discriminator"), branch.path("$ref").asText());
    add(branch);
  }

  private boolean isLeaf(JsonNode schema) {
    JsonNode target = schema.has("$ref") ? document.find(schema.path("$ref").asText()) : schema;
    String type = target.path("type").asText();
    return target.has("enum") || (!type.isEmpty() && !type.equals("object"));
  }

  /** A value of a parent with a discriminator is, half of the times, one of a child. */
  private void addChild(String ref, JsonNode parent) {
    boolean union = parent.has("oneOf") || parent.has("anyOf");
    if (!parent.path("discriminator").has("propertyName") || union || random.nextBoolean()) {
      return;
    }
    List<String> children = new ArrayList<>();
    document
        .at("/components/schemas")
        .properties()
        .forEach(
            component -> {
              for (JsonNode part : component.getValue().path("allOf")) {
                if (part.path("$ref").asText().equals(ref)) {
                  children.add(COMPONENTS + component.getKey());
                }
              }
            });
    if (!children.isEmpty() && children.stream().noneMatch(onTheWay::contains)) {
      String child = children.get(random.nextInt(children.size()));
      discriminate(parent.path("discriminator"), child);
      addReferred(child);
    }
  }

  /** Whether it is only sent or only received, so that {@code required} holds for one direction. */
  boolean isOneWay() {
    return all.stream()
        .anyMatch(part -> part.path("readOnly").asBoolean() || part.path("writeOnly").asBoolean());
  }

  /** Whether no enum or constant rules a text out. */
  boolean allowsText(String text) {
    for (JsonNode part : all) {
      boolean listed = !part.has("enum");
      for (JsonNode value : part.path("enum")) {
        listed |= value.asText().equals(text);
      }
      if (!listed || (part.has("const") && !part.path("const").asText().equals(text))) {
        return false;
      }
    }
    return true;
  }

  private void discriminate(JsonNode discriminator, String ref) {
    String property = discriminator.path("propertyName").asText();
    if (property.isEmpty() || ref.isEmpty()) {
      return;
    }
    String name = ref.substring(ref.lastIndexOf('/') + 1);
    String value = name;
    for (Map.Entry<String, JsonNode> mapped : discriminator.path("mapping").properties()) {
      String target = mapped.getValue().asText();
      if (target.equals(ref) || target.equals(name)) {
        value = mapped.getKey();
      }
    }
    discriminators.put(property, value);
  }
}
