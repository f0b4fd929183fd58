package io.github.datalab4j.upgrade.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The text of an OpenAPI 3.x document.
 *
 * @param origin the path or address that it came from
 * @param text as it came
 * @param json whether it is JSON; else it is YAML
 */
public record DocumentText(String origin, String text, boolean json) {
  private static final int MOST_BYTES = 64 << 20;

  /** The text of these bytes, once it is clear that they are an OpenAPI document. */
  public static DocumentText of(String origin, byte[] bytes) throws UnreadableDocumentException {
    if (bytes.length > MOST_BYTES) {
      throw new UnreadableDocumentException(
          origin + " is larger than " + (MOST_BYTES >> 20) + " MiB: that is no API document.");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    boolean json = text.stripLeading().startsWith("{");
    check(origin, tree(origin, text, json));
    return new DocumentText(origin, text, json);
  }

  /** The same as YAML: as it came, or JSON written anew in the same order. */
  public String yaml() {
    if (!json) {
      return text.endsWith("\n") ? text : text + "\n";
    }
    try {
      return Mappers.YAML.writeValueAsString(new JsonMapper().readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The document was read, but cannot be written", e);
    }
  }

  private static JsonNode tree(String origin, String text, boolean json)
      throws UnreadableDocumentException {
    try {
      JsonNode tree = (json ? new JsonMapper() : Mappers.YAML).readTree(text);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      throw new UnreadableDocumentException(
          origin + " cannot be read as " + (json ? "JSON" + where(e) : "YAML") + ": " + why(e), e);
    }
    throw new UnreadableDocumentException(
        origin
            + " is no OpenAPI document: it holds no object."
            + " Give the document itself, not the page that shows it.");
  }

  /** Of JSON only: of YAML it is the start of what was read last. */
  private static String where(JsonProcessingException error) {
    JsonLocation location = error.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : " (line " + location.getLineNr() + ")";
  }

  /** Without Jackson's remarks on what it read from. */
  private static String why(JsonProcessingException error) {
    String why =
        error
            .getOriginalMessage()
            .replaceAll("\\s+", " ")
            .replaceAll(" \\(start marker at \\[.*?\\]\\)", "");
    return why.length() <= 300 ? why : why.substring(0, 300) + "...";
  }

  private static void check(String origin, JsonNode tree) throws UnreadableDocumentException {
    String version = tree.path("openapi").asText("");
    if (!tree.path("swagger").asText("").isEmpty()) {
      throw new UnreadableDocumentException(
          origin + " is a Swagger 2 document; convert it to OpenAPI 3 first.");
    }
    if (version.isEmpty()) {
      throw new UnreadableDocumentException(
          origin + " is no OpenAPI document: it has no field \"openapi\" that says its version.");
    }
    if (!version.startsWith("3.")) {
      throw new UnreadableDocumentException(
          origin + " says openapi: " + version + "; only 3.x is understood.");
    }
    if (!tree.path("paths").isObject() && !tree.path("components").isObject()) {
      throw new UnreadableDocumentException(
          origin + " describes nothing: it has neither \"paths\" nor \"components\".");
    }
    for (JsonNode reference : tree.findValues("$ref")) {
      if (reference.isTextual() && !reference.asText().startsWith("#")) {
        throw new UnreadableDocumentException(
            origin
                + " is not complete: it refers to "
                + reference.asText()
                + ". Bundle it into one document first; other files and addresses are not read.");
      }
    }
  }

  /** Their making is dear. */
  private static final class Mappers {
    static final YAMLMapper YAML = yaml();

    private static YAMLMapper yaml() {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(MOST_BYTES);
      return YAMLMapper.builder(
              YAMLFactory.builder()
                  .loaderOptions(options)
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .build())
          .build();
    }
  }
}
