package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields that a schema has beside its alternatives, and alternatives that are rules only. */
final class UnionFieldsTest {
  private static final String ANSWER =
      "{get: {operationId: get_a, responses: {'200': {description:"
          + " d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}";
  private static final String REQUEST =
      "{post: {operationId: add_a, requestBody: {content:"
          + " {application/json: {schema: {$ref: '#/components/schemas/A'}}}}, responses: {'204':"
          + " {description: d}}}}";
  private static final String SCHEMAS =
      """
      components:
        schemas:
          P: {type: object, properties: {p: {type: string}}}
          Q: {type: object, properties: {q: {type: string}}}
          A:
            type: object
            required: [name]
            properties: {id: {type: string}, name: {type: string}}
            oneOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/Q'}]
          R: {type: object, properties: {a: {type: string}, b: {type: string}}}
      """;
  private static final String A = "/components/schemas/A";

  @Test
  void aFieldBesideAlternativesThatIsRetypedIsMajor() {
    assertEquals(
        List.of("major/major field retyped: `id` of `A` is integer, no longer text."),
        answer("{op: replace, path: " + A + "/properties/id/type, value: integer}"));
  }

  @Test
  void aFieldBesideAlternativesThatIsGoneIsMajor() {
    assertEquals(
        List.of("major/major field removed: The field `id` of `A` is gone."),
        answer("{op: remove, path: " + A + "/properties/id}"));
  }

  @Test
  void aFieldBesideAlternativesThatMayBeAbsentNowIsMajor() {
    assertEquals(
        List.of("major/major field no longer required: `name` of `A` may be absent now."),
        answer("{op: remove, path: " + A + "/required}"));
  }

  @Test
  void aFieldBesideAlternativesThatHasToBeSentIsMajor() {
    assertEquals(
        List.of("major/major field newly required: `id` of `A` is always there now."),
        request("{op: add, path: " + A + "/required/-, value: id}"));
  }

  @Test
  void aFieldOfAnAlternativeIsItsOwn() {
    assertEquals(
        List.of("major/major field retyped: `p` of `P` is integer, no longer text."),
        answer("{op: replace, path: /components/schemas/P/properties/p/type, value: integer}"));
  }

  @Test
  void alternativesThatAreRulesOnlyLeaveAnObjectAnObject() {
    assertEquals(
        List.of(
            "major/patch constraints changed: The schema `R` has other constraints: `alternatives"
                + " requires \"a\" or requires \"b\"`; so far `no alternatives`."),
        changes(
            REQUEST.replace("schemas/A", "schemas/R"),
            "{op: add, path: /components/schemas/R/anyOf, value: [{required: [a]}, {required:"
                + " [b]}]}"));
  }

  private static final String INLINE =
      """
      paths:
        /a:
          get:
            operationId: get_a
            responses: {'200': {description: d, content: {application/json: {schema: {
              type: object, required: [name],
              properties: {id: {type: string}, name: {type: string}},
              anyOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/Q'}]}}}}}
      components:
        schemas:
          P: {type: object, properties: {p: {type: string}}}
          Q: {type: object, properties: {q: {type: string}}}
          Box:
            type: object
            properties: {}
      """;
  private static final String SCHEMA =
      "/paths/~1a/get/responses/200/content/application~1json/schema";

  @Test
  void aFieldBesideAlternativesWithoutANameIsComparedToo() {
    assertEquals(
        List.of("major/major field retyped: `id` of `GET /a response` is integer, no longer text."),
        inline("{op: replace, path: " + SCHEMA + "/properties/id/type, value: integer}"));
    assertEquals(
        List.of("major/major field removed: The field `id` of `GET /a response` is gone."),
        inline("{op: remove, path: " + SCHEMA + "/properties/id}"));
    assertEquals(
        List.of(
            "major/major field no longer required: `name` of `GET /a response` may be absent"
                + " now."),
        inline("{op: remove, path: " + SCHEMA + "/required}"));
    assertEquals(
        List.of("minor/minor field added: `GET /a response` has a new, optional field `n` (text)."),
        inline("{op: add, path: " + SCHEMA + "/properties/n, value: {type: string}}"));
  }

  @Test
  void anAlternativeOfAUnionWithoutANameIsComparedToo() {
    assertEquals(
        List.of(
            "patch/major answer changed: `DefaultApi.getA` returns `Single<GetAResponseP>`, no"
                + " longer `Single<GetAResponse>`.",
            "minor/major schema retyped: The schema `GET /a response` is P, no longer P or Q."),
        inline("{op: remove, path: " + SCHEMA + "/anyOf/1}"));
  }

  @Test
  void aUnionWithoutANameInAFieldIsComparedToo() {
    JsonNode box =
        Drill.patched(
            Drill.parse(INLINE),
            "{op: move, from: " + SCHEMA + ", path: /components/schemas/Box/properties/it}",
            "{op: add, path: " + SCHEMA + ", value: {$ref: '#/components/schemas/Box'}}");
    assertEquals(
        List.of("major/major field retyped: `id` of `Box.it` is integer, no longer text."),
        Drill.changes(
            box,
            "{op: replace, path: /components/schemas/Box/properties/it/properties/id/type, value:"
                + " integer}"));
  }

  private static List<String> inline(String step) {
    return Drill.changes(Drill.parse(INLINE), step);
  }

  private static List<String> answer(String step) {
    return changes(ANSWER, step);
  }

  private static List<String> request(String step) {
    return changes(REQUEST, step);
  }

  private static List<String> changes(String path, String step) {
    JsonNode document = Drill.parse("paths:\n  /a: " + path + "\n" + SCHEMAS);
    return Drill.changes(document, step);
  }
}
