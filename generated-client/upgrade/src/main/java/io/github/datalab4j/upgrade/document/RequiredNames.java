package io.github.datalab4j.upgrade.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fields that named schemas require, as the document writes them: the parser leaves out those
 * that it finds no property for.
 */
final class RequiredNames {
  private RequiredNames() {}

  /** By the schemas' names; without what they refer to. */
  static Map<String, Set<String>> of(DocumentText text) {
    Map<String, Set<String>> all = new TreeMap<>();
    JsonNode document = DeserializationUtils.deserializeIntoTree(text.text(), text.origin());
    document
        .path("components")
        .path("schemas")
        .properties()
        .forEach(
            schema -> {
              Set<String> names = new TreeSet<>();
              collect(schema.getValue(), names);
              all.put(schema.getKey(), names);
            });
    return all;
  }

  private static void collect(JsonNode schema, Set<String> names) {
    schema.path("required").forEach(name -> names.add(name.asText()));
    schema.path("allOf").forEach(part -> collect(part, names));
  }
}
