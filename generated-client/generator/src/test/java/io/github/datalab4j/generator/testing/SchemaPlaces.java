package io.github.datalab4j.generator.testing;

import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a document has JSON: its named schemas, and the bodies of its operations. */
final class SchemaPlaces {
  private final TypeResolver types;
  private final Map<String, JavaType> places = new LinkedHashMap<>();

  private SchemaPlaces(TypeResolver types) {
    this.types = types;
  }

  /** The types of all of them, by JSON pointer. */
  static Map<String, JavaType> of(OpenAPI document, TypeResolver types) {
    SchemaPlaces places = new SchemaPlaces(types);
    for (String name : types.components().all().keySet()) {
      places.places.put(
          "/components/schemas" + RawDocument.step(name), types.resolveComponent(name));
    }
    places.components(Objects.requireNonNullElseGet(document.getComponents(), Components::new));
    if (document.getPaths() != null) {
      document.getPaths().forEach(places::path);
    }
    return places.places;
  }

  private void components(Components components) {
    if (components.getRequestBodies() != null) {
      components
          .getRequestBodies()
          .forEach(
              (name, body) -> body("/components/requestBodies" + RawDocument.step(name), body));
    }
    if (components.getResponses() != null) {
      components
          .getResponses()
          .forEach(
              (name, response) ->
                  response("/components/responses" + RawDocument.step(name), response));
    }
  }

  private void path(String path, @Nullable PathItem item) {
    if (item != null && item.get$ref() == null) {
      item.readOperationsMap()
          .forEach(
              (method, operation) ->
                  operation(
                      "/paths"
                          + RawDocument.step(path)
                          + "/"
                          + method.name().toLowerCase(Locale.ROOT),
                      operation));
    }
  }

  private void operation(String pointer, Operation operation) {
    if (operation.getRequestBody() != null) {
      body(pointer + "/requestBody", operation.getRequestBody());
    }
    if (operation.getResponses() != null) {
      operation
          .getResponses()
          .forEach(
              (code, response) ->
                  response(pointer + "/responses" + RawDocument.step(code), response));
    }
  }

  private void body(String pointer, @Nullable RequestBody body) {
    if (body != null && body.get$ref() == null) {
      content(pointer, body.getContent());
    }
  }

  private void response(String pointer, @Nullable ApiResponse response) {
    if (response != null && response.get$ref() == null) {
      content(pointer, response.getContent());
    }
  }

  private void content(String pointer, @Nullable Content content) {
    if (content == null) {
      return;
    }
    for (Map.Entry<String, MediaType> each : content.entrySet()) {
      Schema<?> schema = each.getValue() == null ? null : each.getValue().getSchema();
      if (schema != null && each.getKey().contains("json")) {
        String place = pointer + "/content" + RawDocument.step(each.getKey()) + "/schema";
        places.put(place, types.resolve(schema, "Place" + places.size(), "", place));
      }
    }
  }
}
