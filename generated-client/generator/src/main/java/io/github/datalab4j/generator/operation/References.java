package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.report.Findings;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Follows {@code $ref} to the components that are no schemas. */
final class References {
  private static final int FARTHEST = 20;

  private final Components components;
  private final Findings findings;

  References(OpenAPI document, Findings findings) {
    this.components =
        document.getComponents() == null ? new Components() : document.getComponents();
    this.findings = findings;
  }

  @Nullable Parameter parameter(Parameter parameter, String where) {
    return follow(parameter, Parameter::get$ref, components.getParameters(), where);
  }

  @Nullable RequestBody requestBody(RequestBody body, String where) {
    return follow(body, RequestBody::get$ref, components.getRequestBodies(), where);
  }

  @Nullable ApiResponse response(ApiResponse response, String where) {
    return follow(response, ApiResponse::get$ref, components.getResponses(), where);
  }

  /** One of which no code is made: a reference to nowhere is no finding. */
  @Nullable ApiResponse response(ApiResponse response) {
    return follow(response, ApiResponse::get$ref, components.getResponses(), null);
  }

  @Nullable Header header(Header header) {
    return follow(header, Header::get$ref, components.getHeaders(), null);
  }

  @Nullable PathItem pathItem(PathItem item, String where) {
    return follow(item, PathItem::get$ref, components.getPathItems(), where);
  }

  private <T> @Nullable T follow(
      T start,
      Function<T, @Nullable String> reference,
      @Nullable Map<String, T> all,
      @Nullable String where) {
    T at = start;
    for (int steps = 0; steps < FARTHEST; steps++) {
      String ref = reference.apply(at);
      if (ref == null) {
        return at;
      }
      T next = all == null ? null : all.get(ref.substring(ref.lastIndexOf('/') + 1));
      if (next == null) {
        invalid(where, ref + " is not in the document; it is left out");
        return null;
      }
      at = next;
    }
    invalid(where, reference.apply(start) + " refers to itself; it is left out");
    return null;
  }

  private void invalid(@Nullable String where, String what) {
    if (where != null) {
      findings.invalid(where, what);
    }
  }
}
