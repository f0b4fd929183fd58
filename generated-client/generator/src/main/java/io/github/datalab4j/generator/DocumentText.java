package io.github.datalab4j.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;

/** The document as text, with everything that it refers to elsewhere. */
final class DocumentText {
  private DocumentText() {}

  static String of(OpenAPI document) {
    try {
      return (document.getSpecVersion() == SpecVersion.V30 ? Json.mapper() : Json31.mapper())
          .writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The document was read, but cannot be written", e);
    }
  }
}
