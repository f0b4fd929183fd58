package io.github.datalab4j.generator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A random document whose names collide as often as can be, to which more is added. */
final class GrowingDocument {
  private static final String[] WORDS = {
    "pets", "Pets", "PETS", "pet", "type", "stores", "İd", "I"
  };
  private static final String[] IDS = {
    "list", "List", "list_pets_get", "upload", "class", "get_pets", "pets", "toString", ""
  };
  private static final String[] COMPONENTS = {
    "Pet",
    "pet",
    "PET",
    "a_b",
    "a-b",
    "aB",
    "ListResponse",
    "UploadParts",
    "PetsUploadParts",
    "PetsApi",
    "Object",
    "Pet_type",
    "PetType",
    "ListResponseType",
    "PetJsonAdapter",
    "upload"
  };

  private final Random random;
  private final List<String> components = new ArrayList<>();
  private final List<String[]> operations = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();

  GrowingDocument(long seed) {
    this.random = new Random(seed);
  }

  /** Adds random operations and schemas at random places; none that is there changes. */
  void grow(int count) {
    for (int i = 0; i < count; i++) {
      String component = any(COMPONENTS);
      if (!components.contains(component)) {
        components.add(random.nextInt(components.size() + 1), component);
      }
      String path = "/" + any(WORDS) + "/" + any(WORDS);
      if (paths.add(path)) {
        operations.add(
            random.nextInt(operations.size() + 1),
            new String[] {path, any(IDS), any(WORDS), any(COMPONENTS)});
      }
    }
    // References may come before what they refer to.
    Collections.shuffle(operations, random);
  }

  private String any(String[] choice) {
    return choice[random.nextInt(choice.length)];
  }

  /** As maps and lists. */
  Map<String, Object> content() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    components.forEach(name -> schemas.put(name, object()));
    Map<String, Object> all = new LinkedHashMap<>();
    operations.forEach(operation -> all.put(operation[0], Map.of("post", operation(operation))));
    return Map.of(
        "openapi",
        "3.1.0",
        "info",
        Map.of("title", "t", "version", "1"),
        "paths",
        all,
        "components",
        Map.of("schemas", schemas));
  }

  private static Map<String, Object> object() {
    return Map.of(
        "type", "object", "properties", Map.of("type", Map.of("enum", List.of("a", "b"))));
  }

  private static Map<String, Object> operation(String[] words) {
    Map<String, Object> form =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of("file", Map.of("type", "string", "format", "binary")));
    Map<String, Object> operation = new LinkedHashMap<>();
    if (!words[1].isEmpty()) {
      operation.put("operationId", words[1]);
    }
    operation.put("tags", List.of(words[2]));
    operation.put(
        "requestBody", Map.of("content", Map.of("multipart/form-data", Map.of("schema", form))));
    operation.put(
        "responses",
        Map.of(
            "200",
            Map.of(
                "description",
                "d",
                "content",
                Map.of("application/json", Map.of("schema", object())))));
    return operation;
  }
}
