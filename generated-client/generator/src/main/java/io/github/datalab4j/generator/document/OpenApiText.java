package io.github.datalab4j.generator.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.datalab4j.generator.schema.RequiredNames;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The text of an OpenAPI 3.x document, or of a part of one. */
public final class OpenApiText {
  private final String text;
  private final boolean json;
  private final JsonNode tree;

  private OpenApiText(String text, boolean json, JsonNode tree) {
    this.text = text;
    this.json = json;
    this.tree = tree;
  }

  /**
   * The text of these bytes, once it is clear that they are an OpenAPI document.
   *
   * @param origin the path or address that it came from, for messages
   */
  public static OpenApiText of(String origin, byte[] bytes) {
    OpenApiText document = part(origin, bytes);
    if (!document.tree.isObject()) {
      throw new UnreadableDocumentException(
          origin
              + " is no OpenAPI document: it holds no object."
              + " Give the document itself, not the page that shows it.");
    }
    DocumentKind.check(origin, document.tree);
    return document;
  }

  /** The text of these bytes, once it is clear that they are JSON or YAML. */
  static OpenApiText part(String origin, byte[] bytes) {
    if (bytes.length > Limits.LARGEST) {
      throw Limits.tooLarge(origin + " is");
    }
    String text = Encoding.decode(origin, bytes);
    if (text.isBlank()) {
      throw new UnreadableDocumentException(origin + " is empty. Give the document itself.");
    }
    boolean json = text.stripLeading().startsWith("{");
    return new OpenApiText(text, json, tree(origin, text, json));
  }

  /** As it came, without a byte order mark. */
  public String text() {
    return text;
  }

  /** Whether it is JSON; else it is YAML. */
  public boolean json() {
    return json;
  }

  /** What it refers to outside of itself, each once, as it is written. */
  public Set<String> references() {
    return References.leaving(tree);
  }

  /** What its schemas require beside their properties. */
  public RequiredNames requiredNames() {
    return RequiredNames.of(tree);
  }

  private static JsonNode tree(String origin, String text, boolean json) {
    try {
      if (!json) {
        Aliases.check(origin, text);
      }
      return (json ? Mappers.JSON : Mappers.YAML).readTree(text);
    } catch (StreamConstraintsException e) {
      throw String.valueOf(e.getMessage()).contains("nesting")
          ? tooDeep(origin)
          : unreadable(origin, "", e);
    } catch (JsonProcessingException e) {
      throw unreadable(origin, (json ? "JSON" : "YAML") + (json || isTwice(e) ? where(e) : ""), e);
    } catch (YAMLException e) {
      throw unreadable(origin, "YAML", e);
    }
  }

  static UnreadableDocumentException tooDeep(String origin) {
    return new UnreadableDocumentException(
        origin
            + " has more than "
            + Limits.DEEPEST
            + " objects or lists within each other; write inner schemas as components, and refer"
            + " to these.");
  }

  private static UnreadableDocumentException unreadable(
      String origin, String language, Exception error) {
    return new UnreadableDocumentException(
        origin + " cannot be read as " + language + ": " + why(error));
  }

  private static boolean isTwice(JsonProcessingException error) {
    return String.valueOf(error.getOriginalMessage()).startsWith("Duplicate field");
  }

  /** Of YAML it is the start of what was read last: of use only where that is the key. */
  private static String where(JsonProcessingException error) {
    JsonLocation location = error.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : " (line " + location.getLineNr() + ")";
  }

  /** Without the parsers' remarks on what they read from. */
  private static String why(Exception error) {
    String why =
        (error instanceof JsonProcessingException
                ? ((JsonProcessingException) error).getOriginalMessage()
                : error instanceof MarkedYAMLException
                    ? why((MarkedYAMLException) error)
                    : String.valueOf(error.getMessage()))
            .replaceAll("\\s+", " ")
            .replaceAll(" \\(start marker at \\[.*?\\]\\)", "");
    return why.length() <= 300 ? why : why.substring(0, 300) + "...";
  }

  /** Without the picture of the place: it has several lines. */
  private static String why(MarkedYAMLException error) {
    Mark mark = error.getProblemMark();
    return (mark == null
            ? ""
            : "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
        + error.getProblem();
  }

  /** Their making is dear. */
  private static final class Mappers {
    private static final StreamReadConstraints CONSTRAINTS =
        StreamReadConstraints.builder().maxNestingDepth(Limits.DEEPEST).build();

    static final JsonMapper JSON = json();
    static final YAMLMapper YAML = yaml();

    private static JsonMapper json() {
      JsonMapper mapper =
          JsonMapper.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .build();
      mapper.getFactory().setStreamReadConstraints(CONSTRAINTS);
      return mapper;
    }

    private static YAMLMapper yaml() {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(Limits.LARGEST);
      YAMLMapper mapper =
          YAMLMapper.builder(
                  YAMLFactory.builder()
                      .loaderOptions(options)
                      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                      .build())
              .build();
      mapper.getFactory().setStreamReadConstraints(CONSTRAINTS);
      return mapper;
    }
  }
}
