package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** More kinds of change, some of things that the document of pets has only after a first step. */
final class RarerChangesTest {
  @Test
  void anAnswerThatMayBeNullNowIsMajor() {
    assertEquals(
        List.of(
            "major/major answer changed: `GET /pets/{id}` answers 200 with Pet or null as"
                + " application/json; so far with Pet as application/json."),
        Drill.changes(
            Drill.tree("pets"),
            "{op: replace, path: '/paths/~1pets~1{id}/get/responses/200/content/"
                + "application~1json/schema', value: {anyOf: [{$ref: '#/components/schemas/Pet'},"
                + " {type: 'null'}]}}"));
  }

  @Test
  void aRefusalOfAnotherMediaTypeIsMajorOnTheWire() {
    assertEquals(
        List.of(
            "major/patch answer changed: `GET /pets` answers 404 with text as text/plain; so far"
                + " with text as application/json."),
        between(
            "{op: add, path: /paths/~1pets/get/responses/404, value: {description: d, content:"
                + " {application/json: {schema: {type: string}}}}}",
            "{op: move, from: /paths/~1pets/get/responses/404/content/application~1json, path:"
                + " /paths/~1pets/get/responses/404/content/text~1plain}"));
  }

  @Test
  void aDeprecatedParameterIsMinorOnTheWire() {
    assertEquals(
        List.of(
            "minor/patch input deprecated: The query parameter `limit` of `PetsApi.listPets` is"
                + " deprecated now."),
        Drill.changes(
            Drill.tree("pets"),
            "{op: add, path: /paths/~1pets/get/parameters/0/deprecated, value: true}"));
  }

  @Test
  void anotherStyleOfAParameterIsMajorOnTheWire() {
    String list =
        "{name: q, in: query, schema: {type: array, items: {type: string}}, explode: false}";
    assertEquals(
        List.of(
            "major/patch encoding changed: The query parameter `q` of `PetsApi.listPets` is encoded"
                + " otherwise."),
        between(
            "{op: add, path: /paths/~1pets/get/parameters/-, value: " + list + "}",
            "{op: add, path: /paths/~1pets/get/parameters/1/style, value: pipeDelimited}"));
  }

  @Test
  void anotherDefaultOfAFieldIsMinor() {
    assertEquals(
        List.of(
            "minor/minor default changed: Where `age` of `Pet` is absent, its default is `2`; so"
                + " far `1`."),
        between(
            "{op: add, path: /components/schemas/Pet/properties/age/default, value: 1}",
            "{op: replace, path: /components/schemas/Pet/properties/age/default, value: 2}"));
  }

  @Test
  void furtherFieldsOfAnotherTypeBreakJava() {
    assertEquals(
        List.of(
            "major/major schema retyped: Further fields of `Pet` hold text, no longer any JSON."),
        Drill.changes(
            Drill.tree("pets"),
            "{op: add, path: /components/schemas/Pet/additionalProperties, value: {type:"
                + " string}}"));
  }

  private static List<String> between(String first, String second) {
    return Drill.changes(Drill.patched(Drill.tree("pets"), first), second);
  }
}
