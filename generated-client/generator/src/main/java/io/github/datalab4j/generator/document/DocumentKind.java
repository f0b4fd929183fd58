package io.github.datalab4j.generator.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/** Whether a document is OpenAPI 3.x, by its own word. */
final class DocumentKind {
  private static final List<String> PARTS = Arrays.asList("paths", "components", "webhooks");

  private DocumentKind() {}

  static void check(String origin, JsonNode document) {
    String version = document.path("openapi").asText("");
    if (!document.path("swagger").asText("").isEmpty()) {
      throw new UnreadableDocumentException(
          origin + " is a Swagger 2 document; convert it to OpenAPI 3 first.");
    }
    if (!document.path("asyncapi").asText("").isEmpty()) {
      throw new UnreadableDocumentException(
          origin + " is an AsyncAPI document; only OpenAPI 3.x is understood.");
    }
    if (version.isEmpty()) {
      throw new UnreadableDocumentException(
          origin
              + " is no OpenAPI document: it has no field \"openapi\" that says its version."
              + " Give the document itself.");
    }
    if (!version.startsWith("3.")) {
      throw new UnreadableDocumentException(
          origin + " says openapi: " + version + "; only 3.x is understood.");
    }
    if (PARTS.stream().noneMatch(part -> document.path(part).isObject())) {
      throw new UnreadableDocumentException(
          origin + " describes nothing: " + whatIsMissing(document) + ".");
    }
  }

  private static String whatIsMissing(JsonNode document) {
    for (String part : PARTS) {
      if (document.hasNonNull(part)) {
        return "its \"" + part + "\" is no object";
      }
    }
    return "it has neither \"paths\" nor \"components\"";
  }
}
