package io.github.datalab4j.generator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no OpenAPI document ends in one sentence that says so, and in no file. */
final class UnreadableDocumentTest {
  private static final String DOCUMENT =
      "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"\u00e4\",\"version\":\"1\"},\"paths\":{}}";

  @TempDir Path folder;
  private Refusals refusals;

  @BeforeEach
  void setUp() {
    refusals = new Refusals(folder);
  }

  private String refused(String text, Charset encoding) throws IOException {
    return refusals.of("a.yaml", text.getBytes(encoding));
  }

  private String refused(String text) throws IOException {
    return refused(text, UTF_8);
  }

  @Test
  void aFileThatIsMissingIsNamed() throws IOException {
    assertEquals(
        "There is no file FILE. Give the path of an OpenAPI document.",
        refusals.of(folder.resolve("none.yaml")));
  }

  @Test
  void aFolderIsNoDocument() throws IOException {
    assertEquals("FILE is a folder; give the document in it.", refusals.of(folder));
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "'\n\n'"})
  void anEmptyFileIsNoDocument(String text) throws IOException {
    assertEquals("FILE is empty. Give the document itself.", refused(text));
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    byte[] image = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};

    assertEquals(
        "FILE is no text: byte 8 is 0. Give the document itself.", refusals.of("a.json", image));
  }

  @Test
  void utf16IsRefusedWithAndWithoutItsMark() throws IOException {
    String message = "FILE is written in UTF-16 or UTF-32; save it as UTF-8.";

    assertEquals(message, refused(DOCUMENT, UTF_16));
    assertEquals(message, refused(DOCUMENT, UTF_16LE));
  }

  @Test
  void anotherEncodingIsRefused() throws IOException {
    assertEquals(
        "FILE is not written in UTF-8; save it as UTF-8, or give the document itself.",
        refused(DOCUMENT, ISO_8859_1));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheDocument() throws IOException {
    Path document = Files.writeString(folder.resolve("a.json"), "\uFEFF" + DOCUMENT);

    assertFalse(GeneratedClient.generate(document, folder.resolve("out")).files().isEmpty());
  }

  @Test
  void aListAndAWebPageAreNoDocuments() throws IOException {
    String message =
        "FILE is no OpenAPI document: it holds no object. Give the document itself, not the page"
            + " that shows it.";

    assertEquals(message, refused("[1, 2]"));
    assertEquals(message, refused("<!doctype html>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "swagger: '2.0' | FILE is a Swagger 2 document; convert it to OpenAPI 3 first.",
        "asyncapi: 3.0.0 | FILE is an AsyncAPI document; only OpenAPI 3.x is understood.",
        "openapi: 4.0.0 | FILE says openapi: 4.0.0; only 3.x is understood.",
        "openapi: 3.1.0 | FILE describes nothing: it has neither \"paths\" nor \"components\".",
        "name: x | FILE is no OpenAPI document: it has no field \"openapi\" that says its version. Give the document itself.",
        "'openapi: 3.1.0\npaths: x' | FILE describes nothing: its \"paths\" is no object."
      })
  void documentsOfAnotherKindAreToldFromOpenApi(String text, String message) throws IOException {
    assertEquals(message, refused(text.replace("'2.0'", "'2.0'\npaths: {}") + "\n"));
  }

  @Test
  void jsonThatEndsTooEarlyNamesItsLine() throws IOException {
    assertEquals(
        "FILE cannot be read as JSON (line 2): Unexpected end-of-input: expected close marker for"
            + " Object",
        refused("{\n\"openapi\": \"3.1.0\""));
  }

  @Test
  void textAfterTheDocumentIsRefused() throws IOException {
    String message = refused(DOCUMENT + "{}");

    assertTrue(message.startsWith("FILE cannot be read as JSON (line 1): Trailing"), message);
  }

  @Test
  void brokenYamlNamesItsLine() throws IOException {
    String message = refused("openapi: 3.1.0\n\tpaths: {}\n");

    assertTrue(message.startsWith("FILE cannot be read as YAML: line 2, column 1: "), message);
    assertEquals(
        "FILE cannot be read as YAML: line 3, column 1: expected ',' or '}', but got <stream"
            + " end>",
        refused("openapi: 3.1.0\ninfo: {title: a\n"));
  }

  @Test
  void aKeyThatIsThereTwiceIsRefused() throws IOException {
    assertEquals(
        "FILE cannot be read as JSON (line 1): Duplicate field 'paths'",
        refused("{\"openapi\":\"3.1.0\",\"paths\":{},\"paths\":{}}"));
    assertEquals(
        "FILE cannot be read as YAML (line 3): Duplicate field 'paths'",
        refused("openapi: 3.1.0\npaths: {}\npaths: {}\n"));
  }
}
