package io.github.datalab4j.upgrade.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.datalab4j.generator.document.OpenApiText;
import io.github.datalab4j.generator.document.UnreadableDocumentException;

/**
 * The text of an OpenAPI 3.x document.
 *
 * @param origin the path or address that it came from
 * @param text as it came
 * @param json whether it is JSON; else it is YAML
 */
public record DocumentText(String origin, String text, boolean json) {
  /** The text of these bytes, once it is clear that they are one whole OpenAPI document. */
  public static DocumentText of(String origin, byte[] bytes) throws UnreadableDocumentException {
    OpenApiText document = OpenApiText.of(origin, bytes);
    if (!document.references().isEmpty()) {
      throw new UnreadableDocumentException(
          origin
              + " is not complete: it refers to "
              + document.references().iterator().next()
              + ". Bundle it into one document first; other files and addresses are not read.");
    }
    return new DocumentText(origin, document.text(), document.json());
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

  /** Their making is dear. */
  private static final class Mappers {
    static final YAMLMapper YAML = yaml();

    private static YAMLMapper yaml() {
      return YAMLMapper.builder(
              YAMLFactory.builder()
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .build())
          .build();
    }
  }
}
