package io.github.datalab4j.generator.schema;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.generator.testing.Documents;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConstraintsTest {
  @Test
  void boundsOfAllPartsHold() {
    assertEquals(
        List.of("maxLength 5 and 10", "minLength 1"),
        words(
            "3.1.0",
            "{allOf: [{type: string, maxLength: 5}, {maxLength: 10, minLength: 1}], maxLength: 5}"));
  }

  @Test
  void anExclusiveBoundIsTheSameInBothVersions() {
    List<String> words = List.of("exclusiveMaximum 9.5", "exclusiveMinimum 1");

    assertEquals(
        words,
        words(
            "3.0.3",
            "{type: number, minimum: 1.0, exclusiveMinimum: true, maximum: 9.50, exclusiveMaximum:"
                + " true}"));
    assertEquals(
        words, words("3.1.0", "{type: number, exclusiveMinimum: 1, exclusiveMaximum: 9.5}"));
  }

  @Test
  void flagsThatAreFalseSayNothing() {
    assertEquals(
        List.of(), words("3.1.0", "{type: array, items: {}, uniqueItems: false, readOnly: false}"));
  }

  @Test
  void encodingsNamesAndElementsAreToldToo() {
    assertEquals(
        List.of("contentEncoding \"base64\""),
        words("3.1.0", "{type: string, contentEncoding: base64}"));
    assertEquals(
        List.of("propertyNames string \"a\" \"b\""),
        words("3.1.0", "{type: object, propertyNames: {enum: [a, b]}}"));
    assertEquals(
        List.of("contains string format \"uuid\" maxLength 9"),
        words("3.1.0", "{type: array, contains: {type: string, format: uuid, maxLength: 9}}"));
  }

  @Test
  void numbersStandInFullButForHostileOnes() {
    assertEquals(
        List.of("maximum 1E+300", "minimum 100000"),
        words("3.1.0", "{type: number, minimum: 100000, maximum: 1e300}"));
  }

  private static List<String> words(String version, String schema) {
    OpenAPI document =
        Documents.parse(
            "openapi: "
                + version
                + "\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    A: "
                + schema);
    Components components = new Components(document);
    return Constraints.words(
        new ShapeReader(components).read(requireNonNull(components.get("A"))).constraints());
  }
}
