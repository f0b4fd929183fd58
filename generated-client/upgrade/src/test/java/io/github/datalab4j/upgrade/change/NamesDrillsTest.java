package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.datalab4j.generator.surface.SurfaceNames;
import io.github.datalab4j.upgrade.document.ApiDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What code that is written today means after an upgrade. */
final class NamesDrillsTest {
  private static final String DOCUMENT =
      """
      paths:
        /x:
          post:
            operationId: x
            tags: [T]
            parameters: [{name: mode, in: query, schema: {type: string, enum: [a, b]}}]
            responses: {'200': {description: d, content: {application/json: {schema:
              {$ref: '#/components/schemas/A'}}}}}
      components:
        schemas:
          A: {type: object, properties: {foo_bar: {type: string}, sort: {$ref: '#/components/schemas/Sort'},
            u: {$ref: '#/components/schemas/U'}}}
          Sort: {type: string, enum: [name, age]}
          U: {anyOf: [{type: string}, {type: array, items: {type: string}}]}
      """;
  private static final String VALUES =
      "{op: replace, path: /components/schemas/Sort/enum, value: ['-name', name, '-age', age]}";
  private static final String FIELD =
      "{op: add, path: /components/schemas/A/properties/fooBar, value: {type: string}}";
  private static final String ALTERNATIVE =
      "{op: add, path: /components/schemas/U/anyOf/1, value: {type: array, items: {type: integer}}}";
  private static final String HEADER =
      "{op: add, path: /paths/~1x/post/parameters/0, value: {name: mode, in: header, schema: {type:"
          + " string, enum: [a, b, c]}}}";

  @Test
  void aConstantKeepsItsValue() {
    assertEquals(
        List.of("minor/minor value added: `Sort` has new values: `\"-name\"` and `\"-age\"`."),
        kept(VALUES));
  }

  @Test
  void aConstantOfAnotherValueIsMajor() {
    assertEquals(
        List.of(
            "patch/major Java names changed: The class `Sort` has other names: `AGE2` for `AGE`,"
                + " `NAME2` for `NAME`.",
            "minor/minor value added: `Sort` has new values: `\"-name\"` and `\"-age\"`."),
        Drill.changes(Drill.parse(DOCUMENT), VALUES));
  }

  @Test
  void anAccessorKeepsItsField() {
    assertEquals(
        List.of("minor/minor field added: `A` has a new, optional field `fooBar` (text)."),
        kept(FIELD));
  }

  @Test
  void anAccessorOfAnotherFieldIsMajor() {
    assertEquals(
        List.of(
            "patch/major Java names changed: The class `A` has other names: `fooBar2` for `fooBar`.",
            "minor/minor field added: `A` has a new, optional field `fooBar` (text)."),
        Drill.changes(Drill.parse(DOCUMENT), FIELD));
  }

  @Test
  void aUnionIsMadeByTheSameMethod() {
    assertEquals(
        List.of(
            "minor/minor schema retyped: The schema `U` is text or list of integer or list of text,"
                + " no longer text or list of text."),
        kept(ALTERNATIVE));
  }

  @Test
  void aUnionThatIsMadeByAnotherMethodIsMajor() {
    assertEquals(
        List.of(
            "patch/major Java names changed: The class `U` has other names: `ofStringList` for"
                + " `of`.",
            "minor/minor schema retyped: The schema `U` is text or list of integer or list of text,"
                + " no longer text or list of text."),
        Drill.changes(Drill.parse(DOCUMENT), ALTERNATIVE));
  }

  @Test
  void aClassKeepsTheInputThatItIsMadeFor() {
    assertEquals(
        List.of("minor/major input added: `TApi.x` takes a new, optional header `mode`."),
        kept(HEADER));
  }

  @Test
  void objectsOfTwoInputsOfOneNameAreComparedEach() {
    String filter =
        "{op: add, path: /paths/~1x/post/parameters/-, value: {name: response, in: %s, content:"
            + " {application/json: {schema: {type: object, properties: {%s: {type: string}, c:"
            + " {type: string}}}}}}}";
    JsonNode before =
        Drill.patched(
            Drill.parse(DOCUMENT), filter.formatted("query", "a"), filter.formatted("header", "b"));
    assertEquals(
        List.of("major/major field removed: The field `c` of `POST /x header response` is gone."),
        Drill.changes(
            before,
            "{op: remove, path: /paths/~1x/post/parameters/2/content/application~1json/schema"
                + "/properties/c}"));
  }

  /** What a document changes where names stay as the surface file has them. */
  private static List<String> kept(String step) {
    JsonNode before = Drill.parse(DOCUMENT);
    ApiDocument old = Drill.read(before, Map.of());
    ApiDocument now = Drill.read(Drill.patched(before, step), SurfaceNames.of(old.surface()).all());
    return Changes.between(old, now, FacadeHold.parse(List.of())).all().stream()
        .map(c -> c.wire() + "/" + c.java() + " " + c.kind() + ": " + c.message())
        .toList();
  }
}
