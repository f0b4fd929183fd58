package io.github.datalab4j.generator.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names that schemas require beside those of their own properties. The parser leaves them out; so
 * they are read from the document itself, and noted at its schemas.
 */
public final class RequiredNames {
  private static final String NOTE = "x-datalab4j-required";

  private final Map<List<String>, List<String>> byPlace = new LinkedHashMap<>();

  private RequiredNames() {}

  /** Those of a document as it is written. */
  public static RequiredNames of(JsonNode document) {
    RequiredNames names = new RequiredNames();
    names.read(document, new ArrayDeque<>());
    return names;
  }

  private void read(JsonNode node, Deque<String> place) {
    JsonNode properties = node.path("properties");
    if (properties.isObject() && node.path("required").isArray()) {
      List<String> names = new ArrayList<>();
      node.path("required").forEach(name -> names.add(name.asText()));
      names.removeIf(properties::has);
      if (!names.isEmpty()) {
        byPlace.put(new ArrayList<>(place), names);
      }
    }
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      read(each.getKey(), each.getValue(), place);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      read(String.valueOf(i), node.get(i), place);
    }
  }

  private void read(String key, JsonNode node, Deque<String> place) {
    if (node.isContainerNode()) {
      place.addLast(key);
      read(node, place);
      place.removeLast();
    }
  }

  /**
   * Notes them at the named schemas of the document, and at the bodies and answers that its
   * operations describe themselves.
   */
  public void addTo(OpenAPI document) {
    byPlace.forEach(
        (place, names) -> {
          Deque<String> rest = new ArrayDeque<>(place);
          Schema<?> schema = inside(start(document, rest), rest);
          if (schema != null) {
            schema.addExtension(NOTE, names);
          }
        });
  }

  /** What was noted at a schema. */
  static List<String> of(Schema<?> schema) {
    List<String> names = new ArrayList<>();
    if (schema.getExtensions() != null && schema.getExtensions().get(NOTE) instanceof List) {
      ((List<?>) schema.getExtensions().get(NOTE)).forEach(name -> names.add(String.valueOf(name)));
    }
    return names;
  }

  private static @Nullable Schema<?> start(OpenAPI document, Deque<String> place) {
    String first = next(place);
    if (first.equals("components") && next(place).equals("schemas")) {
      return document.getComponents() == null
          ? null
          : of(document.getComponents().getSchemas(), next(place));
    }
    PathItem item = first.equals("paths") ? of(document.getPaths(), next(place)) : null;
    return item == null ? null : ofOperation(operation(item, next(place)), place);
  }

  private static @Nullable Operation operation(PathItem item, String method) {
    for (Map.Entry<PathItem.HttpMethod, Operation> each : item.readOperationsMap().entrySet()) {
      if (each.getKey().name().toLowerCase(Locale.ROOT).equals(method)) {
        return each.getValue();
      }
    }
    return null;
  }

  private static @Nullable Schema<?> ofOperation(
      @Nullable Operation operation, Deque<String> place) {
    Content content = null;
    String part = next(place);
    if (operation != null && part.equals("requestBody") && operation.getRequestBody() != null) {
      content = operation.getRequestBody().getContent();
    } else if (operation != null && part.equals("responses")) {
      ApiResponse response = of(operation.getResponses(), next(place));
      content = response == null ? null : response.getContent();
    }
    MediaType media = next(place).equals("content") ? of(content, next(place)) : null;
    return media != null && next(place).equals("schema") ? media.getSchema() : null;
  }

  private static @Nullable Schema<?> inside(@Nullable Schema<?> start, Deque<String> place) {
    Schema<?> schema = start;
    while (schema != null && !place.isEmpty()) {
      String keyword = next(place);
      if (keyword.equals("properties")) {
        schema = of(schema.getProperties(), next(place));
      } else if (keyword.equals("items")) {
        schema = schema.getItems();
      } else if (keyword.equals("additionalProperties")) {
        Object further = schema.getAdditionalProperties();
        schema = further instanceof Schema ? (Schema<?>) further : null;
      } else {
        schema = branch(branches(schema, keyword), next(place));
      }
    }
    return schema;
  }

  private static List<Schema<?>> branches(Schema<?> schema, String keyword) {
    List<?> branches =
        keyword.equals("allOf")
            ? schema.getAllOf()
            : keyword.equals("anyOf")
                ? schema.getAnyOf()
                : keyword.equals("oneOf") ? schema.getOneOf() : null;
    return branches == null ? Collections.emptyList() : ShapeReader.schemas(branches);
  }

  private static @Nullable Schema<?> branch(List<Schema<?>> branches, String index) {
    for (int i = 0; i < branches.size(); i++) {
      if (String.valueOf(i).equals(index)) {
        return branches.get(i);
      }
    }
    return null;
  }

  private static <T> @Nullable T of(@Nullable Map<String, ? extends T> all, String name) {
    return all == null ? null : all.get(name);
  }

  private static String next(Deque<String> place) {
    return place.isEmpty() ? "" : place.removeFirst();
  }
}
