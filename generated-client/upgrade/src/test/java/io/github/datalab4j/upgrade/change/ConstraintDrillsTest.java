package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values are narrowed beyond their type: no code enforces it, but services do. */
final class ConstraintDrillsTest {
  @Test
  void aBoundIsComparedWithTheOtherOneOfItsSide() {
    String age = "/components/schemas/Pet/properties/age";
    JsonNode above =
        Drill.patched(
            Drill.tree("pets"), "{op: add, path: " + age + "/exclusiveMinimum, value: 5}");
    JsonNode from =
        Drill.patched(Drill.tree("pets"), "{op: add, path: " + age + "/minimum, value: 5}");

    assertEquals(
        List.of(
            "minor/patch constraints changed: `age` of `Pet` has other constraints: `no"
                + " exclusiveMinimum`, `minimum 5`; so far `exclusiveMinimum 5`, `no minimum`."),
        Drill.changes(
            above, "{op: move, from: " + age + "/exclusiveMinimum, path: " + age + "/minimum}"));
    assertEquals(
        List.of(
            "major/patch constraints changed: `age` of `Pet` has other constraints:"
                + " `exclusiveMinimum 5`, `no minimum`; so far `no exclusiveMinimum`, `minimum"
                + " 5`."),
        Drill.changes(
            from, "{op: move, from: " + age + "/minimum, path: " + age + "/exclusiveMinimum}"));
  }

  @Test
  void whatIsReadOnlyIsRequiredOfNoCaller() {
    assertEquals(
        List.of(
            "minor/patch field newly required: `id` of `Pet` is always there now. An answer without"
                + " it is no longer understood."),
        Drill.changes(
            Drill.patched(
                Drill.tree("pets"),
                "{op: add, path: /components/schemas/Pet/properties/id/readOnly, value: true}"),
            "{op: add, path: /components/schemas/Pet/required/-, value: id}"));
  }

  private static final String PET = "/components/schemas/Pet";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          maxLength 20         | {type: string, maxLength: 20}
          minLength 1          | {type: string, minLength: 1}
          pattern "^a$"        | {type: string, pattern: ^a$}
          readOnly             | {type: string, readOnly: true}
          writeOnly            | {type: string, writeOnly: true}
          minimum 0            | {type: integer, minimum: 0}
          exclusiveMaximum 9.5 | {type: number, exclusiveMaximum: 9.5}
          multipleOf 2         | {type: integer, multipleOf: 2}
          maxItems 3           | {type: array, items: {}, maxItems: 3}
          uniqueItems          | {type: array, items: {}, uniqueItems: true}
          minProperties 1      | {type: object, additionalProperties: {}, minProperties: 1}
          each item: maxLength 5  | {type: array, items: {type: string, maxLength: 5}}
          each value: maxLength 5 | {type: object, additionalProperties: {type: string, maxLength: 5}}
          as text: maxLength 5 | {oneOf: [{type: string, maxLength: 5}, {type: integer}]}
          maxLength 5          | {anyOf: [{type: string, maxLength: 5}, {type: 'null'}]}
          readOnly             | {allOf: [{$ref: '#/components/schemas/Kind'}], readOnly: true}
          readOnly             | {$ref: '#/components/schemas/Kind', readOnly: true}
          """)
  void aConstraintThatIsNewOnARequestIsMajor(String words, String schema) {
    String path = PET + "/properties/it";
    JsonNode narrow = Drill.patched(Drill.tree("pets"), step(path, schema));
    String wide = schema.replaceAll(",? ?" + keyword(words) + ": [^,}]+", "").replace("{, ", "{");

    assertEquals(
        List.of(
            "major/patch constraints changed: `it` of `Pet` has other constraints: `%s`; so far `no %s`."
                .formatted(words, words.replaceAll("(\\w) [^ ]+$", "$1"))),
        Drill.changes(Drill.patched(narrow, step(path, wide)), step(path, schema)));
    assertEquals(
        List.of(
            "minor/patch constraints changed: `it` of `Pet` has other constraints: `no %s`; so far `%s`."
                .formatted(words.replaceAll("(\\w) [^ ]+$", "$1"), words)),
        Drill.changes(narrow, step(path, wide)));
  }

  private static String keyword(String words) {
    return words.replaceFirst("^.*: ", "").split(" ", 2)[0];
  }

  @ParameterizedTest
  @CsvSource({
    "maxLength, 5, 4, major",
    "maxLength, 4, 5, minor",
    "minLength, 4, 5, major",
    "minLength, 5, 4, minor",
    "pattern, a, b, major",
  })
  void aBoundIsMajorWhereItIsTighter(String keyword, String old, String now, String level) {
    String path = PET + "/properties/name/" + keyword;
    JsonNode before = Drill.patched(Drill.tree("pets"), step(path, old));

    assertEquals(level + "/patch", Drill.changes(before, step(path, now)).get(0).split(" ", 2)[0]);
  }

  @Test
  void aConstraintOfAnAnswerIsMinorButForWhatIsNoLongerAnswered() {
    JsonNode answered = Drill.patched(Drill.tree("pets"), "{op: remove, path: /paths/~1pets/post}");

    assertEquals(
        List.of(
            "minor/patch constraints changed: `name` of `Pet` has other constraints: `maxLength"
                + " 9`; so far `no maxLength`."),
        Drill.changes(answered, step(PET + "/properties/name/maxLength", "9")));
    assertEquals(
        List.of(
            "major/patch constraints changed: `id` of `Pet` has other constraints: `writeOnly`;"
                + " so far `no writeOnly`."),
        Drill.changes(answered, step(PET + "/properties/id/writeOnly", "true")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: object, additionalProperties: {type: string}, propertyNames: {pattern: ^x-}}
          {type: array, items: {type: string}, contains: {const: a}}
          {type: string, contentEncoding: base64}
          {type: string, format: uuid}
          """)
  void whatIsNewlyAskedOfARequestIsMajor(String schema) {
    String body = "/paths/~1pets/post/requestBody/content/application~1json/schema";
    String wide = schema.replaceAll(", (propertyNames|contains|contentEncoding|format): .*}$", "}");
    JsonNode before = Drill.patched(Drill.tree("pets"), step(body, wide));

    assertEquals("major", Drill.changes(before, step(body, schema)).get(0).split("/", 2)[0]);
  }

  @Test
  void anEncodingIsMajorForReadersToo() {
    String nick = "/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema";
    JsonNode before = Drill.patched(Drill.tree("pets"), step(nick, "{type: string}"));
    JsonNode after = Drill.patched(before, step(nick + "/contentEncoding", "base64"));

    assertEquals(Level.MAJOR, Drill.between(before, after, hold()).verdict());
    assertEquals(Level.MAJOR, Drill.between(after, before, hold()).verdict());
  }

  private static FacadeHold hold() {
    return FacadeHold.parse(List.of());
  }

  @Test
  void parametersAnswersAndSchemasHaveConstraintsToo() {
    assertEquals(
        List.of(
            "major/patch constraints changed: The query parameter `limit` of `PetsApi.listPets` has"
                + " other constraints: `maximum 100`; so far `no maximum`."),
        pets(step("/paths/~1pets/get/parameters/0/schema/maximum", "100")));
    assertEquals(
        List.of(
            "minor/patch constraints changed: The answer 200 of `GET /pets` has other constraints:"
                + " `maxItems 50`; so far `no maxItems`."),
        pets(
            step(
                "/paths/~1pets/get/responses/200/content/application~1json/schema/maxItems",
                "50")));
    assertEquals(
        List.of(
            "major/patch constraints changed: The schema `Pet` has other constraints:"
                + " `minProperties 2`; so far `no minProperties`."),
        pets(step(PET + "/minProperties", "2")));
  }

  private static String step(String path, String value) {
    return "{op: add, path: '" + path + "', value: " + value + "}";
  }

  private static List<String> pets(String... steps) {
    return Drill.changes(Drill.tree("pets"), steps);
  }
}
