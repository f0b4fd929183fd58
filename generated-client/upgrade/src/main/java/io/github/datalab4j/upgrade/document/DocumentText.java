package io.github.datalab4j.upgrade.document;

import io.github.datalab4j.generator.document.OpenApiText;
import io.github.datalab4j.generator.document.UnreadableDocumentException;
import io.github.datalab4j.generator.schema.RequiredNames;

/**
 * The text of an OpenAPI 3.x document.
 *
 * @param origin the path or address that it came from
 * @param text as it came
 * @param json whether it is JSON; else it is YAML
 * @param requiredNames what its schemas require beside their properties
 */
public record DocumentText(String origin, String text, boolean json, RequiredNames requiredNames) {
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
    return new DocumentText(origin, document.text(), document.json(), document.requiredNames());
  }

  /** The same as YAML: as it came, or JSON written anew in the same order. */
  public String yaml() throws UnreadableDocumentException {
    if (json) {
      return YamlText.ofJson(origin, text);
    }
    return text.endsWith("\n") ? text : text + "\n";
  }
}
