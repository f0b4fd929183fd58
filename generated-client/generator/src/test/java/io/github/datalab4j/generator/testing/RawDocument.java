package io.github.datalab4j.generator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A document as plain JSON, before anybody has understood it as OpenAPI. */
public final class RawDocument {
  private final JsonNode root;

  private RawDocument(JsonNode root) {
    this.root = root;
  }

  /** JSON or YAML. */
  public static RawDocument of(String text) {
    return of(
        DeserializationUtils.deserializeIntoTree(
            text, "document", new ParseOptions(), new SwaggerParseResult()));
  }

  public static RawDocument of(JsonNode root) {
    return new RawDocument(root);
  }

  public JsonNode root() {
    return root;
  }

  /** In 3.0, {@code nullable} is a keyword, and what stands beside {@code $ref} is ignored. */
  public boolean is30() {
    return root.path("openapi").asText().startsWith("3.0");
  }

  /** Whether all references point into the document. */
  public boolean isSelfContained() {
    return root.findValues("$ref").stream()
        .allMatch(ref -> !ref.isTextual() || ref.asText().startsWith("#"));
  }

  /** What a JSON pointer points to, or a missing node. */
  public JsonNode at(String pointer) {
    return root.at(pointer);
  }

  /** What a reference points to, or a missing node. */
  public JsonNode find(String ref) {
    if (ref.startsWith("#/")) {
      JsonNode exact = root.at(ref.substring(1));
      String decoded = URLDecoder.decode(ref.replace("+", "%2B"), StandardCharsets.UTF_8);
      return exact.isMissingNode() ? root.at(decoded.substring(1)) : exact;
    }
    boolean name = ref.matches("[\\w.-]+");
    return name ? root.at("/components/schemas").path(ref) : root.path("\0");
  }

  /** A key as a step of a JSON pointer. */
  public static String step(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
