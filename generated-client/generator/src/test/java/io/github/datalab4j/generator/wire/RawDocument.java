package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.datalab4j.generator.testing.ValidJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A document as it stands in its file. */
final class RawDocument {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode root;

  private RawDocument(JsonNode root) {
    this.root = root;
  }

  static RawDocument read(Path file) {
    try {
      String text = Files.readString(file);
      boolean json = text.stripLeading().startsWith("{");
      ObjectMapper mapper = json ? new ObjectMapper() : new ObjectMapper(new YAMLFactory());
      return new RawDocument(mapper.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says which values its schemas allow, also from a service that is newer than the document. */
  ValidJson validator() {
    return new ValidJson(io.github.datalab4j.generator.testing.RawDocument.of(root), true);
  }

  /** Whether it is all in its one file. */
  boolean isWhole() {
    return io.github.datalab4j.generator.testing.RawDocument.of(root).isSelfContained();
  }

  /**
   * What a reference leads to, through any number of references; missing where it leads nowhere.
   */
  JsonNode resolve(JsonNode node) {
    JsonNode at = node;
    for (int steps = 0; at.path("$ref").isTextual(); steps++) {
      String ref = at.path("$ref").textValue();
      if (!ref.startsWith("#") || steps == 20) {
        return MissingNode.getInstance();
      }
      at = root.at(URLDecoder.decode(ref.substring(1), StandardCharsets.UTF_8));
    }
    return at;
  }

  /** All operations below {@code paths}. */
  List<RawOperation> operations() {
    List<RawOperation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            entry -> {
              JsonNode item = resolve(entry.getValue());
              for (Map.Entry<String, JsonNode> each : item.properties()) {
                if (METHODS.contains(each.getKey())) {
                  operations.add(operation(each.getKey(), entry.getKey(), item, each.getValue()));
                }
              }
            });
    return operations;
  }

  private RawOperation operation(String method, String path, JsonNode item, JsonNode operation) {
    Map<String, RawParameter> parameters = new LinkedHashMap<>();
    for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (JsonNode each : list) {
        JsonNode parameter = resolve(each);
        if (parameter.path("name").isTextual()) {
          String in = parameter.path("in").asText();
          String name = parameter.path("name").textValue();
          parameters.put(in + " " + name, new RawParameter(in, name, parameter));
        }
      }
    }
    return new RawOperation(
        method.toUpperCase(Locale.ROOT),
        path,
        List.copyOf(parameters.values()),
        resolve(operation.path("requestBody")),
        operation.path("responses"));
  }
}
