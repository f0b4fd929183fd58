package io.github.datalab4j.upgrade.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.document.UnreadableDocumentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DocumentReaderTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final String INFO = "info: {title: T, version: '1'}\n";

  @Test
  void readsTheShippedDocumentAsTheClientsBuildDoes() throws Exception {
    Path shipped =
        ROOT.resolve("api-spec/src/main/resources/META-INF/datalab4j/datalab-openapi.yaml");
    Path surface = ROOT.resolve("generated-client/client/api-surface.txt");

    ApiDocument document = read(Files.readString(shipped));

    assertEquals(Files.readString(surface).replace("\r\n", "\n"), document.surface());
  }

  @Test
  void tellsWhatIsSentAndWhatItIsInJava() throws Exception {
    ApiOperation operation =
        today().operations().get("POST /api/v1/custom_processors/{processor_id}/iterate");

    assertEquals("CustomProcessorsApi.iterateCustomPipeline", operation.javaMethod());
    assertEquals(Set.of("header X-API-Key"), operation.security());
    assertEquals("CustomProcessorInitialResponse as application/json", answer(operation, "200"));
    assertEquals("HTTPValidationError as application/json", answer(operation, "422"));
    assertEquals(
        List.of(
            "path parameter `processor_id`: text, String",
            "part `request`: text, String",
            "part `files`: list of file, @Nullable List<MultipartBody.Part>",
            "part `file_instructions`: text or null, @Nullable String",
            "cookie `wos-session`: text, @Nullable String",
            "cookie `datalab_active_team`: text, @Nullable String"),
        operation.inputs().stream()
            .map(input -> input.title() + ": " + input.type() + ", " + input.javaType())
            .toList());
  }

  private static String answer(ApiOperation operation, String status) {
    return String.valueOf(operation.answers().get(status));
  }

  @Test
  void tellsWhatAFieldBecomes() throws Exception {
    Structure status = today().structures().get("CustomProcessorStatusResponse");

    assertEquals(
        new Member("runtime", "@Nullable Double", "@Nullable Double", "hasRuntime"),
        status.fields().get("runtime").java());
    assertEquals(
        new Member("sentAt", "String", "String", ""), status.fields().get("sent_at").java());
    assertEquals("list of (text or integer)", field("ValidationError", "loc").type().toString());
    assertEquals("any object or null", status.fields().get("pipeline_params").type().toString());
    assertEquals("true", field("CustomProcessorInitialResponse", "success").defaultValue());
  }

  private static Field field(String structure, String field) throws Exception {
    return today().structures().get(structure).fields().get(field);
  }

  @Test
  void aFormWhosePartsAreParametersIsNoStructure() throws Exception {
    assertFalse(today().structures().keySet().stream().anyMatch(name -> name.startsWith("Body_")));
  }

  @Test
  void anObjectInsideOfAnotherIsAStructureWithItsClass() throws Exception {
    ApiDocument document =
        schemas(
            """
                A:
                  type: object
                  properties:
                    inner:
                      type: object
                      properties:
                        list:
                          type: array
                          items:
                            type: object
                            properties: {x: {type: integer}}
            """);

    Structure inner = document.structures().get("A.inner");
    Structure item = document.structures().get("AInner.list/Item");
    assertEquals("AInner", inner.className());
    assertFalse(inner.component());
    assertEquals("AInnerListItem", item.className());
    assertEquals("@Nullable Long", item.fields().get("x").java().result());
  }

  @Test
  void namesEachWayOfSayingAType() throws Exception {
    ApiDocument document =
        schemas(
            """
                A:
                  type: object
                  properties:
                    date: {type: string, format: date-time}
                    enumerated: {type: string, enum: [a, b]}
                    constant: {const: 1}
                    map: {type: object, additionalProperties: {type: integer, format: int32}}
                    anything: {}
                    ref: {$ref: '#/components/schemas/B'}
                    union: {oneOf: [{$ref: '#/components/schemas/B'}, {type: [string, 'null']}]}
                    nulls: {type: array, items: {type: [number, 'null']}}
                    nothing: {type: 'null'}
                    file: {type: string, contentMediaType: image/png}
                B:
                  type: object
                  properties: {self: {$ref: '#/components/schemas/B'}}
            """);

    StringBuilder types = new StringBuilder();
    document
        .structures()
        .get("A")
        .fields()
        .forEach((name, field) -> types.append(name + ": " + field.type() + "\n"));

    assertEquals(
        """
        date: text (date-time)
        enumerated: one of "a", "b"
        constant: always 1
        map: map to integer (int32)
        anything: any JSON
        ref: B
        union: B or text or null
        nulls: list of (number or null)
        nothing: null
        file: file
        """,
        types.toString());
  }

  @Test
  void aSchemaThatContainsItselfForEverIsRead() throws Exception {
    assertTrue(
        schemas(
                """
                    A: {type: array, items: {$ref: '#/components/schemas/A'}}
                    B: {$ref: '#/components/schemas/C'}
                    C: {$ref: '#/components/schemas/B'}
                """)
            .structures()
            .containsKey("A"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          info: 7                        | info
          paths: {/a: [1]}               | paths./a
          paths: {/a: {get: 5}}          | paths.'/a'.get
          components: 7                  | components
          """)
  void aDocumentIsRefusedOfWhichAWholePartWouldBeLost(String part, String name) {
    String head = "openapi: 3.1.0\n" + (name.equals("info") ? "" : INFO);
    String rest = name.startsWith("paths") ? "" : "\npaths: {}";

    assertEquals(
        "test is no OpenAPI document: attribute " + name + " is not of type `object`",
        refused(head + part + rest));
  }

  @Test
  void whatBreaksTheParserIsRefusedInItsWords() {
    String answer = "{description: d, content: {application/json: 3}}";

    String message =
        refused(
            "openapi: 3.1.0\n" + INFO + "paths: {/a: {get: {responses: {'200': " + answer + "}}}}");

    assertTrue(message.startsWith("test is no OpenAPI document: "), message);
    assertTrue(message.contains("IntNode"), message);
  }

  @Test
  void aSmallerPartThatIsLostIsKeptAsTheWordsOfTheParser() throws Exception {
    assertEquals(
        List.of("attribute components.schemas.A.properties is not of type `object`"),
        schemas("    A: {type: object, properties: 3}\n").messages());
  }

  @Test
  void anAnswerOfAnythingThatTheParserDoesNotKnowIsNoReasonToRefuse() throws Exception {
    String answer = "{description: d, content: {'application/json': {schema: true}}}";

    ApiDocument document =
        read(
            "openapi: 3.1.0\n" + INFO + "paths: {/a: {get: {responses: {'200': " + answer + "}}}}");

    assertEquals(Set.of("GET /a"), document.operations().keySet());
  }

  private static String refused(String text) {
    return assertThrows(UnreadableDocumentException.class, () -> read(text)).getMessage();
  }

  @Test
  void keepsTheNamesThatMethodsHave() throws Exception {
    String document =
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /b:
            get: {operationId: get_x_b_get, responses: {'204': {description: x}}}
          /a:
            get: {operationId: get_x_a_get, responses: {'204': {description: x}}}
        """;

    ApiDocument fresh = read(document);
    ApiDocument kept =
        DocumentReader.read(
            DocumentText.of("test", document.getBytes(StandardCharsets.UTF_8)),
            Map.of("GET /b", "getX"));

    assertEquals(Map.of("GET /a", "getXAGet", "GET /b", "getXBGet"), fresh.methodNames());
    assertEquals(Map.of("GET /a", "getXAGet", "GET /b", "getX"), kept.methodNames());
  }

  private static ApiDocument schemas(String schemas) throws Exception {
    return read(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
            + schemas.indent(2));
  }

  private static ApiDocument today() throws Exception {
    try (var in = DocumentReaderTest.class.getResourceAsStream("/drills/today.yaml")) {
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ApiDocument read(String text) throws UnreadableDocumentException {
    return DocumentReader.read(
        DocumentText.of("test", text.getBytes(StandardCharsets.UTF_8)), Map.of());
  }
}
