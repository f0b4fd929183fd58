package io.github.datalab4j.upgrade.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.datalab4j.generator.document.UnreadableDocumentException;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentTextTest {
  @Test
  void yamlStaysAsItCame() throws Exception {
    String yaml = "# why\nopenapi: 3.1.0\npaths: {}\n";

    assertEquals(yaml, of(yaml).yaml());
    assertFalse(of(yaml).json());
  }

  @Test
  void jsonBecomesYamlInItsOrder() throws Exception {
    DocumentText text =
        of(
            "{\"openapi\":\"3.1.0\",\"paths\":{\"/b\":{},\"/a\":{\"get\":{\"tags\":[\"x\",\"1\"]}}}}");

    assertTrue(text.json());
    assertEquals(
        """
        openapi: 3.1.0
        paths:
          /b: {}
          /a:
            get:
              tags:
                - x
                - "1"
        """,
        text.yaml());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:30",
        "12:30:45",
        "190:20:30",
        "1e3",
        "1e400",
        "+.5",
        "0x1F",
        "0b11",
        "0o14",
        "014",
        "1_000",
        "1,000",
        ".inf",
        ".NaN",
        "-.INF",
        "no",
        "~",
        "null",
        "2020-01-01",
        "=",
        "<<",
        "!x",
        "&x",
        "*x",
        "%x",
        "@x",
        "`x",
        "[x",
        "{x",
        "|",
        "> x",
        "- a",
        "a: b",
        "a:",
        "a #b",
        "#b",
        "?",
        "'x",
        "\"x",
        "---",
        " x ",
        "",
        "a\nb",
        "a\n",
        "\n",
        "x\r\ny",
        "\t",
        "\u0085",
        "a\u0085\nb",
        "\u2028",
        "\u0007",
        "\uFEFFx",
        "\u00E9",
        "\uD83D\uDE00",
        "\\u002a"
      })
  void textOfJsonStaysThatText(String value) throws Exception {
    ObjectNode json = (ObjectNode) new JsonMapper().readTree("{\"openapi\":\"3.1.0\"}");
    json.putObject("paths");
    ObjectNode schemas = json.putObject("components").putObject("schemas");
    schemas.putObject("E").putArray("enum").add(value).add("other");
    schemas.putObject("O").putObject("properties").putObject(value).put("default", value);
    DocumentText text = of(json.toString());

    DocumentText yaml = of(text.yaml());

    assertEquals(
        json, DeserializationUtils.deserializeIntoTree(yaml.text(), "x"), () -> yaml.text());
    assertEquals(
        DocumentReader.read(text, Map.of()).structures(),
        DocumentReader.read(yaml, Map.of()).structures());
  }

  @Test
  void aByteOrderMarkIsNoPartOfIt() throws Exception {
    assertTrue(of("\uFEFF{\"openapi\":\"3.0.3\",\"paths\":{}}").json());
  }

  @Test
  void aWebPageIsNoDocument() {
    assertEquals(
        "x is no OpenAPI document: it holds no object. Give the document itself, not the page that"
            + " shows it.",
        refused("<!doctype html>"));
  }

  @Test
  void emptyTextIsNoDocument() {
    assertEquals("x is empty. Give the document itself.", refused(""));
  }

  @Test
  void brokenJsonNamesItsLine() {
    String message = refused("{\n\"openapi\": \"3.1.0\",,}");

    assertTrue(message.startsWith("x cannot be read as JSON (line 2): "), message);
  }

  @Test
  void jsonThatEndsTooEarlyIsToldWithoutTheWordsOfTheParser() {
    assertEquals(
        "x cannot be read as JSON (line 1): Unexpected end-of-input: expected close marker for"
            + " Object",
        refused("{\"openapi\": \"3.1.0\""));
  }

  @Test
  void jsonThatIsNestedTooDeeplyIsRefused() {
    String message = refused("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

    assertTrue(message.startsWith("x has more than 200 objects or lists within each"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pets.yaml#/Pet", "http://localhost/pets.json#/Pet", "file:///etc/passwd", "/x"})
  void nothingIsReadBesideTheDocument(String reference) {
    assertEquals(
        "x is not complete: it refers to "
            + reference
            + ". Bundle it into one document first; other files and addresses are not read.",
        refused(
            "openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {A: {$ref: '"
                + reference
                + "'}}}\n"));
  }

  @Test
  void brokenYamlNamesItsLine() {
    String message = refused("openapi: 3.1.0\n\tpaths: {}\n");

    assertTrue(message.startsWith("x cannot be read as YAML: "), message);
    assertTrue(message.contains("line 2"), message);
  }

  @Test
  void otherJsonIsNoDocument() {
    assertEquals(
        "x is no OpenAPI document: it has no field \"openapi\" that says its version."
            + " Give the document itself.",
        refused("{\"name\": \"x\"}"));
  }

  @Test
  void swagger2HasToBeConverted() {
    assertEquals(
        "x is a Swagger 2 document; convert it to OpenAPI 3 first.",
        refused("swagger: '2.0'\npaths: {}\n"));
  }

  @Test
  void anotherVersionIsRefused() {
    assertEquals(
        "x says openapi: 4.0.0; only 3.x is understood.", refused("openapi: 4.0.0\npaths: {}\n"));
  }

  @Test
  void aDocumentOfNothingIsRefused() {
    assertEquals(
        "x describes nothing: it has neither \"paths\" nor \"components\".",
        refused("openapi: 3.1.0\n"));
  }

  private static DocumentText of(String text) throws UnreadableDocumentException {
    return DocumentText.of("x", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refused(String text) {
    return assertThrows(UnreadableDocumentException.class, () -> of(text)).getMessage();
  }
}
