package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several schemas say of one value: branches of {@code allOf}, siblings of a reference. */
final class MergedSchemasTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {$ref: '#/components/schemas/Pet'} | {$ref: '#/components/schemas/Pet', required: [name, age]}
          {$ref: '#/components/schemas/Pet'} | {$ref: '#/components/schemas/Pet', type: object, required: [w], properties: {w: {type: integer}}}
          {$ref: '#/components/schemas/Pet'} | {$ref: '#/components/schemas/Pet', allOf: [{required: [age]}]}
          {allOf: [{properties: {k: {enum: [a, b]}}}, {properties: {k: {type: string}}}]} | {allOf: [{properties: {k: {enum: [a, c]}}}, {properties: {k: {type: string}}}]}
          {allOf: [{properties: {k: {const: a}}}, {properties: {k: {type: string}}}]} | {allOf: [{properties: {k: {const: b}}}, {properties: {k: {type: string}}}]}
          """)
  void whatOneOfThemNarrowsIsMajor(String before, String after) {
    String it = "/components/schemas/Pet/properties/it";
    Changes changes =
        Drill.between(
            Drill.patched(Drill.tree("pets"), "{op: add, path: " + it + ", value: " + before + "}"),
            Drill.patched(Drill.tree("pets"), "{op: add, path: " + it + ", value: " + after + "}"),
            FacadeHold.parse(List.of()));

    assertEquals(Level.MAJOR, changes.verdict(), changes.all()::toString);
  }

  /** Read once for each way that leads there, there would be no end. */
  @Test
  void aPropertyThatHoldsReferencesToItselfIsReadOnce() {
    String link = "'#/components/schemas/Pet/properties/link'";
    String schema = "{properties: {a: {$ref: %s}, b: {$ref: %s}, c: {type: string}}}";
    JsonNode before =
        Drill.patched(
            Drill.tree("pets"),
            "{op: add, path: /components/schemas/Pet/properties/link, value: "
                + schema.formatted(link, link)
                + "}");

    assertEquals(
        "major/major field removed: The field `c` of `Pet.link` is gone.",
        Drill.changes(
                before, "{op: remove, path: /components/schemas/Pet/properties/link/properties/c}")
            .get(0));
  }
}
