package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
          /components/schemas/Pet/properties/id/writeOnly            | true             | , secret
          /components/schemas/Pet/properties/id/deprecated           | true             | , deprecated
          /components/schemas/Pet/properties/id/default              | p                | , default "p"
          /components/schemas/Pet/properties/id                      | {type: array, items: {type: string, format: uri}} | , each of format "uri"
          /components/schemas/Pet/properties/nick                    | {anyOf: [{type: string, format: uri}, {type: 'null'}]} | , format "uri"
          /components/schemas/Pet/additionalProperties               | false            | , ruled out
          /paths/~1pets/get/responses/404                            | {description: d} | answer 404 no content
          /paths/~1pets/get/responses/404                            | {description: d, content: {text/html: {schema: {type: string}}}} | answer 404 text/html string
          /paths/~1pets/get/security                                 | [{}, {ApiKey: []}] | security header X-API-Key or nothing
          /paths/~1pets/post/requestBody/content                     | {application/merge-patch+json: {schema: {$ref: '#/components/schemas/Pet'}}} | , application/merge-patch+json
          /paths/~1pets~1{id}/get/parameters/-                       | {name: a, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}} | , pipe_delimited
          """)
  void whatNoJavaTypeShowsIsSaidInWords(String path, String value, String end) {
    List<String> added =
        pets("{op: add, path: '" + path + "', value: " + value + "}").stream()
            .filter(line -> line.startsWith("+"))
            .toList();

    assertEquals(1, added.size(), added::toString);
    assertEquals(end, added.get(0).substring(Math.max(0, added.get(0).length() - end.length())));
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
