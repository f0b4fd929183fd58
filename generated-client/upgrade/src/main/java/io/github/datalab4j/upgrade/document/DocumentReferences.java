package io.github.datalab4j.upgrade.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows the references that the parser has left; one that leads nowhere stays as it is. */
final class DocumentReferences {
  private static final int FARTHEST = 20;

  private final Components components;

  DocumentReferences(OpenAPI document) {
    this.components =
        document.getComponents() == null ? new Components() : document.getComponents();
  }

  PathItem pathItem(PathItem item) {
    return follow(item, PathItem::get$ref, components.getPathItems());
  }

  ApiResponse response(ApiResponse response) {
    return follow(response, ApiResponse::get$ref, components.getResponses());
  }

  Header header(Header header) {
    return follow(header, Header::get$ref, components.getHeaders());
  }

  @Nullable RequestBody requestBody(@Nullable RequestBody body) {
    return body == null ? null : follow(body, RequestBody::get$ref, components.getRequestBodies());
  }

  /** Adds them by place and name; a later one overrides. */
  void parameters(@Nullable List<Parameter> parameters, Map<String, Parameter> byKey) {
    if (parameters == null) {
      return;
    }
    for (Parameter parameter : parameters) {
      if (parameter != null) {
        Parameter target = follow(parameter, Parameter::get$ref, components.getParameters());
        byKey.put(target.getIn() + " " + target.getName(), target);
      }
    }
  }

  private static <T> T follow(
      T start, Function<T, @Nullable String> reference, @Nullable Map<String, T> all) {
    T at = start;
    for (int steps = 0; steps < FARTHEST; steps++) {
      String ref = reference.apply(at);
      T next = ref == null || all == null ? null : all.get(ref.substring(ref.lastIndexOf('/') + 1));
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
  }
}
