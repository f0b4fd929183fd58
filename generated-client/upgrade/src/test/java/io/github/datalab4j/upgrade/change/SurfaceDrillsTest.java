package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reviewer sees: the lines that change in the surface file, each told from the others. */
final class SurfaceDrillsTest {
  @Test
  void fieldsShowTheirPresenceTypeAndJavaName() {
    assertEquals(
        List.of("+   \"progress\": @Nullable Double progress, optional"), drill("field-added"));
    assertEquals(
        List.of("-   \"request_description\": @Nullable String requestDescription, optional"),
        drill("field-removed"));
    assertEquals(
        List.of(
            "-   \"runtime\": @Nullable Double runtime, optional",
            "+   \"runtime\": @Nullable Double runtime, required"),
        drill("field-required"));
  }

  @Test
  void alternativesOfUnionsShowTheirTypes() {
    assertEquals(
        List.of("-   Long: long", "+   Double: double"), drill("type-changed-inside-any-of"));
  }

  @Test
  void valuesOfEnumsStandInABlockOfTheirOwn() {
    assertEquals(
        List.of(
            "-   \"status\": String status, required",
            "+   \"status\": CustomProcessorStatusResponseStatus status, required",
            "+ enum CustomProcessorStatusResponseStatus of String",
            "+   of CustomProcessorStatusResponse.status",
            "+   \"completed\": COMPLETED",
            "+   \"failed\": FAILED",
            "+   \"processing\": PROCESSING"),
        drill("status-enum"));
  }

  @Test
  void aMovedPathShowsItsInterfaceToo() {
    assertEquals(
        List.of(
            "- operation GET /api/v1/custom_pipelines/{lookup_key}",
            "-   method CustomPipelinesDeprecatedApi.getCustomPipelineStatus",
            "-   deprecated",
            "+ operation GET /api/v1/custom_processors/{lookup_key}",
            "+   method CustomProcessorsApi.getCustomPipelineStatus"),
        drill("path-moved"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /paths/~1pets/get/parameters/0/deprecated                  | true             | , deprecated, default 20
          /paths/~1pets/get/parameters/0/schema/default              | 50               | , default 50
          /paths/~1pets/get/parameters/0/schema                      | {type: string, format: date, const: x} | , format "date", always "x"
          /components/schemas/Pet/properties/id/format               | uuid             | , format "uuid"
          /components/schemas/Pet/properties/id/const                | p                | , always "p"
          /components/schemas/Pet/properties/id/writeOnly            | true             | , secret, writeOnly
          /components/schemas/Pet/properties/id/deprecated           | true             | , deprecated
          /components/schemas/Pet/properties/id/default              | p                | , default "p"
          /components/schemas/Pet/properties/id                      | {type: array, items: {type: string, format: uri}} | , each of format "uri"
          /components/schemas/Pet/properties/nick                    | {anyOf: [{type: string, format: uri}, {type: 'null'}]} | , format "uri"
          /components/schemas/Pet/additionalProperties               | false            | , ruled out
          /components/schemas/Pet/minProperties                      | 2                | , minProperties 2
          /components/schemas/Pet/properties/id/readOnly             | true             | , readOnly
          /components/schemas/Pet/properties/id/maxLength            | 9                | , maxLength 9
          /components/schemas/Pet/properties/id/pattern              | "^a,\\\\d$"        | , pattern "^a,\\\\d$"
          /components/schemas/Pet/properties/age/minimum             | 0                | , minimum 0
          /components/schemas/Pet/properties/age/exclusiveMaximum    | 9.50             | , exclusiveMaximum 9.5
          /components/schemas/Pet/properties/id                      | {type: array, items: {type: string, maxLength: 5}, maxItems: 3, uniqueItems: true} | , maxItems 3, uniqueItems, each of maxLength 5
          /components/schemas/Pet/properties/id                      | {type: object, additionalProperties: {type: string, maxLength: 5}, minProperties: 1} | , minProperties 1, each value of maxLength 5
          /components/schemas/Pet/properties/nick                    | {anyOf: [{type: string, maxLength: 5}, {type: 'null'}]} | , maxLength 5
          /components/schemas/Pet/properties/kind/readOnly           | true             | , readOnly
          /paths/~1pets/get/parameters/0/schema/maximum              | 100              | , default 20, maximum 100
          /paths/~1pets/get/responses/200/content/application~1json/schema/maxItems | 50 | Single<List<Pet>>, maxItems 50
          /paths/~1pets/get/responses/404                            | {description: d} | answer 404 no content
          /paths/~1pets/get/responses/404                            | {description: d, content: {text/html: {schema: {type: string}}}} | answer 404 text/html string
          /paths/~1pets/get/security                                 | [{}, {ApiKey: []}] | security header X-API-Key or nothing
          /paths/~1pets/post/requestBody/content                     | {application/merge-patch+json: {schema: {$ref: '#/components/schemas/Pet'}}} | , application/merge-patch+json
          /paths/~1pets~1{id}/get/parameters/-                       | {name: a, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}} | , pipe_delimited
          /servers/-                                                 | {url: 'https://{r}.example', variables: {r: {default: a, enum: [a, b]}}} | https://{r}.example, {r} default "a", one of "a" "b"
          /paths/~1pets/get/servers                                  | [{url: 'https://b.example'}] | server https://b.example
          /paths/~1pets/get/responses/200/headers                    | {X-Limit: {schema: {type: integer, maximum: 9}}} | answer 200 header "X-Limit": integer maximum 9, optional
          /paths/~1pets/get/responses/404                            | {description: d, content: {application/json: {schema: {type: object, required: [a], properties: {b: {type: [string, 'null'], maxLength: 9}, a: {type: integer}}}}}} | answer 404 application/json {"a": integer required, "b": string maxLength 9 or null}
          /paths/~1pets/get/security                                 | [{OAuth: [write, read]}] | security OAuth read write
          /components/schemas/Pet/additionalProperties               | {type: string, maxLength: 5} | further fields: String, each value of maxLength 5
          /components/schemas/Pet/patternProperties                  | {^x-: {type: string}} | , patternProperties "^x-" string
          /components/schemas/Pet/anyOf                              | [{required: [nick]}, {minProperties: 2}] | , alternatives requires "nick" or minProperties 2
          /components/schemas/Pet/required/-                         | chip | , requires "chip"
          /components/schemas/Pet/dependentRequired                  | {nick: [age]} | , dependentRequired "age" with "nick"
          """)
  void whatNoJavaTypeShowsIsSaidInWordsAndIsAChange(String path, String value, String end) {
    String step = step(path, value);
    List<String> added = pets(step).stream().filter(line -> line.startsWith("+")).toList();

    assertEquals(1, added.size(), added::toString);
    assertEquals(end, added.get(0).substring(Math.max(0, added.get(0).length() - end.length())));
    assertNotEquals(List.of(), Drill.changes(Drill.tree("pets"), step));
  }

  @Test
  void discriminatorsShowTheValueOfEachAlternative() {
    assertEquals(
        List.of(
            "+ union Animal",
            "+   told apart by \"id\"",
            "+   Pet: Pet, \"p\"",
            "+   Other: Other, \"o\""),
        pets(
                "{op: add, path: /components/schemas/Other, value: {type: object, properties:"
                    + " {id: {type: string}, x: {type: string}}}}",
                "{op: add, path: /components/schemas/Animal, value: {oneOf:"
                    + " [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Other'}],"
                    + " discriminator: {propertyName: id, mapping:"
                    + " {p: '#/components/schemas/Pet', o: '#/components/schemas/Other'}}}}")
            .stream()
            .dropWhile(line -> !line.contains("union"))
            .limit(4)
            .toList());
  }

  @Test
  void alternativesShowTheirConstraints() {
    List<String> lines =
        pets(
            step(
                "/components/schemas/Pet/properties/id",
                "{oneOf: [{type: string, maxLength: 5}, {type: integer, minimum: 0}]}"));

    assertTrue(lines.contains("+   String: String, maxLength 5"), lines::toString);
    assertTrue(lines.contains("+   Long: long, minimum 0"), lines::toString);
  }

  private static String step(String path, String value) {
    return "{op: add, path: '" + path + "', value: " + value + "}";
  }

  @Test
  void aNameOverTwoLinesStaysOnOne() {
    assertEquals(
        List.of("+   \"a b\": String aB, optional"),
        pets(
            "{op: add, path: \"/components/schemas/Pet/properties/a\\n"
                + "b\", value: {type: string}}"));
  }

  private static List<String> drill(String name) {
    return difference(Drill.tree("today"), Drill.patched(Drill.tree(name)));
  }

  private static List<String> pets(String... steps) {
    JsonNode before = Drill.tree("pets");
    return difference(before, Drill.patched(before, steps));
  }

  private static List<String> difference(JsonNode before, JsonNode after) {
    List<String> old = Drill.read(before, Map.of()).surface().lines().toList();
    List<String> now = Drill.read(after, Map.of()).surface().lines().toList();
    List<String> lines = new ArrayList<>();
    lines.addAll(without(old, now).stream().map(line -> "- " + line).toList());
    lines.addAll(without(now, old).stream().map(line -> "+ " + line).toList());
    return lines;
  }

  private static List<String> without(List<String> lines, List<String> others) {
    return lines.stream().filter(line -> !line.isEmpty() && !others.contains(line)).toList();
  }
}
