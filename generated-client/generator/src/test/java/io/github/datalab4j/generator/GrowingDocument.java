package io.github.datalab4j.generator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
  private static final String[] FIELDS = {
    "foo_bar", "fooBar", "foo-bar", "foo bar", "foobar", "class", "class_value", "build", "foo_bar2"
  };
  private static final String[] VALUES = {
    "name", "-name", "+name", "NAME", "name2", "<", ">", "=", "", "all", "a\\\"b", "a: b"
  };
  private static final String[] ALTERNATIVES = {
    "{type: integer}",
    "{type: array, items: {type: integer}}",
    "{type: array, items: {type: [boolean, 'null']}}",
    "{type: object, additionalProperties: {type: string}}",
    "{type: object, additionalProperties: {type: integer}}",
    "{$ref: '#/components/schemas/StringList'}"
  };
  private static final String[] PLACES = {"query", "header", "cookie"};
  private static final String[] INPUTS = {"mode", "Mode", "response", "body", "file"};

  private final Random random;
  private final Map<String, Schema> schemas = new LinkedHashMap<>();
  private final List<Operation> operations = new ArrayList<>();

  GrowingDocument(long seed) {
    this.random = new Random(seed);
  }

  /** A schema, and the members that it has got. */
  private static final class Schema {
    final List<String> fields = new ArrayList<>();
    final List<String> values = new ArrayList<>(List.of("a", "b"));
    final List<String> alternatives =
        new ArrayList<>(List.of("{type: string}", "{type: array, items: {type: string}}"));
  }

  /** An operation, and the inputs that it has got. */
  private static final class Operation {
    final String path;
    final String id;
    final String tag;
    final Set<String> inputs = new LinkedHashSet<>();
    final List<String> files = new ArrayList<>(List.of("file"));
    final Schema answer = new Schema();

    Operation(String path, String id, String tag) {
      this.path = path;
      this.id = id;
      this.tag = tag;
    }
  }

  /** Adds random operations, schemas and members at random places; none that is there changes. */
  void grow(int count) {
    for (int i = 0; i < count; i++) {
      schemas.putIfAbsent(any(COMPONENTS), new Schema());
      String path = "/" + any(WORDS) + "/" + any(WORDS);
      if (operations.stream().noneMatch(each -> each.path.equals(path))) {
        operations.add(new Operation(path, any(IDS), any(WORDS)));
      }
      schemas.values().forEach(this::grow);
      for (Operation operation : operations) {
        grow(operation.answer);
        operation.inputs.add(any(PLACES) + " " + any(INPUTS));
        add(operation.files, any(FIELDS));
      }
    }
    shuffle(schemas);
    // References may come before what they refer to.
    Collections.shuffle(operations, random);
    for (Operation operation : operations) {
      List<String> inputs = new ArrayList<>(operation.inputs);
      Collections.shuffle(inputs, random);
      operation.inputs.clear();
      operation.inputs.addAll(inputs);
    }
  }

  private void grow(Schema schema) {
    add(schema.fields, any(FIELDS));
    add(schema.values, any(VALUES));
    add(schema.alternatives, any(ALTERNATIVES));
  }

  private void add(List<String> all, String one) {
    if (!all.contains(one) && random.nextInt(4) == 0) {
      all.add(random.nextInt(all.size() + 1), one);
    }
  }

  private void shuffle(Map<String, Schema> all) {
    List<String> names = new ArrayList<>(all.keySet());
    Collections.shuffle(names, random);
    names.forEach(name -> all.put(name, all.remove(name)));
  }

  private String any(String[] choice) {
    return choice[random.nextInt(choice.length)];
  }

  /** As YAML. */
  String text() {
    StringBuilder text =
        new StringBuilder("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n");
    for (Operation operation : operations) {
      text.append("  ").append(operation.path).append(":\n    post:\n");
      if (!operation.id.isEmpty()) {
        text.append("      operationId: ").append(operation.id).append('\n');
      }
      text.append("      tags: [").append(operation.tag).append("]\n      parameters:\n");
      for (String input : operation.inputs) {
        String[] words = input.split(" ", -1);
        text.append("        - {in: " + words[0] + ", name: " + words[1] + ", schema: ")
            .append("{type: string, enum: [" + words[0] + ", b]}}\n");
      }
      Map<String, String> form = new LinkedHashMap<>();
      operation.files.forEach(name -> form.put(name, "{type: string, format: binary}"));
      form.put("mode", "{type: string, enum: [part, b]}");
      text.append("      requestBody: {content: {multipart/form-data: {schema: ")
          .append(object(form))
          .append("}}}\n      responses: {'200': {description: d, content: {application/json: ")
          .append("{schema: " + object(operation.answer) + "}}}}\n");
    }
    text.append("components:\n  schemas:\n    StringList: {type: object, properties: {x: {}}}\n");
    schemas.forEach(
        (name, schema) -> text.append("    " + name + ": ").append(object(schema)).append('\n'));
    return text.toString();
  }

  private static String object(Schema schema) {
    Map<String, String> fields = new LinkedHashMap<>();
    schema.fields.forEach(name -> fields.put(name, "{type: string}"));
    fields.put("type", "{enum: [\"" + String.join("\", \"", schema.values) + "\"]}");
    fields.put("choice", "{anyOf: [" + String.join(", ", schema.alternatives) + "]}");
    return object(fields);
  }

  private static String object(Map<String, String> fields) {
    List<String> each = new ArrayList<>();
    fields.forEach((name, schema) -> each.add(name + ": " + schema));
    return "{type: object, properties: {" + String.join(", ", each) + "}}";
  }
}
