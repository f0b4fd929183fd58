package io.github.datalab4j.generator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.generator.testing.Documents;
import io.github.datalab4j.generator.testing.RoundTrips;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One construct a document. */
final class HardDocumentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aliases",
        "all-of-with-siblings",
        "any-or-null",
        "boolean-schemas",
        "colliding-properties",
        "cyclic-all-of",
        "cyclic-references",
        "defaults-of-all-kinds",
        "discriminator-in-parent",
        "discriminator-without-mapping",
        "enum-discriminator",
        "enums-of-all-types",
        "files-in-json",
        "inline-children-of-unions",
        "keyword-properties",
        "library-named-schemas",
        "lists-of-types",
        "null-alone",
        "nullable-in-30",
        "number-enums",
        "one-of-with-siblings",
        "parameters",
        "one-way-properties",
        "pattern-properties",
        "prefix-items",
        "recursive-nullable-unions",
        "recursive-override",
        "references-with-siblings",
        "rules-without-types",
        "typed-additional-properties",
        "wide-whole-numbers",
      })
  void modelsCompileWithoutWarningAndKeepEveryValue(String name) {
    RoundTrips trips = RoundTrips.of(Documents.text(name + ".yaml"), 50);

    assertEquals(List.of(), trips.failures());
    assertEquals(List.of(), trips.withoutValue());
  }
}
