package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.testing.Documents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The surface file is read by people: it does not outgrow its document. */
final class SurfaceSizeTest {
  private static final int FIELDS = 25;

  /** Taken apart to the depth that other fields are, they would be 25 to the fifth. */
  @Test
  void fieldsOfARefusalThatLeadBackToItAreNotTakenApart() {
    String same = "allOf: [{$ref: '#/components/schemas/N'}, {properties: {x: {type: string}}}]";
    StringBuilder text =
        new StringBuilder("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {/n: {get: {")
            .append("responses: {'204': {description: d}, '400': {description: d, content: {")
            .append("application/json: {schema: {" + same + "}}}}}}}}\n")
            .append("components: {schemas: {N: {type: object, properties: {");
    for (int i = 0; i < FIELDS; i++) {
      text.append(i == 0 ? "" : ", ").append("c" + i + ": {" + same + "}");
    }
    text.append("}}}}");

    String surface =
        GeneratedCode.read(
                Documents.parse(text.toString()), List.of(), Settings.of(Map.of()), Map.of())
            .surface();

    String refusal = surface.lines().filter(line -> line.contains("answer 400")).findFirst().get();
    assertTrue(refusal.contains("\"c24\": object"), refusal);
    assertTrue(refusal.length() < 2_000, () -> refusal.length() + " characters");
  }
}
