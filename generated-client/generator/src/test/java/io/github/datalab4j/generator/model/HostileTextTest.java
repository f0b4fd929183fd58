package io.github.datalab4j.generator.model;

import static io.github.datalab4j.generator.testing.GeneratedModels.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.datalab4j.generator.testing.Documents;
import io.github.datalab4j.generator.testing.GeneratedModels;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a document becomes code. */
final class HostileTextTest {
  private static final String STATIC = "static { System.setProperty(\\\"owned\\\", \\\"1\\\"); }";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/ " + STATIC + " /*",
        "\\\\u002a\\\\u002f " + STATIC + " /*",
        "*\\\\u002f " + STATIC,
        "\\\\u000a" + STATIC,
        "\\n*/\\n" + STATIC + "\\n/**",
        "\\\"; " + STATIC + " String x = \\\"",
        "\\\\\\\"; " + STATIC,
        "{@code } */ " + STATIC,
        "@deprecated \\n @param x \\n {@link nothing",
        "<script> & </p> {@",
        "ends with a backslash \\\\",
        "\\u0000\\u0001\\ud800 \\ud83d\\ude00 \\u2028",
        "{{#model}}{{className}}{{/model}}",
      })
  void isHarmlessWhereverItStands(String text) {
    String schemas =
        "\"Pet\": {\"type\": \"object\", \"title\": \"T\", \"description\": \"T\", \"properties\":"
            + " {\"T\": {\"type\": \"string\", \"description\": \"T\", \"default\": \"T\"},"
            + " \"e\": {\"type\": \"string\", \"enum\": [\"T\", \"other\"]},"
            + " \"c\": {\"const\": \"T\", \"title\": \"T\"},"
            + " \"u\": {\"title\": \"T\", \"oneOf\": [{\"$ref\": \"#/components/schemas/Sub\"},"
            + " {\"type\": \"object\", \"title\": \"T\", \"properties\": {\"x\": {}}}],"
            + " \"discriminator\": {\"propertyName\": \"T\", \"mapping\": {\"T\":"
            + " \"#/components/schemas/Sub\"}}}}, \"required\": [\"T\"]},"
            + " \"Sub\": {\"type\": \"object\", \"properties\": {\"y\": {}}},"
            + " \"T\": {\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"string\"}}}";

    GeneratedModels models =
        GeneratedModels.of(Documents.ofSchemas(schemas.replace("\"T\"", "\"" + text + "\"")));

    Object pet = call(models.builder("Pet"), "build");
    assertFalse(pet.toString().isEmpty());
    assertEquals(null, System.getProperty("owned"));
  }

  @Test
  void aJsonNameIsTheSameInJsonAndInTheDocument() {
    GeneratedModels models =
        GeneratedModels.of(
            Documents.ofSchemas(
                Map.of(
                    "Pet",
                    Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of("a\"b\\", Map.of("type", "string"))))));

    Object pet = models.readExactly("Pet", "{\"a\\\"b\\\\\":\"x\"}");

    assertEquals("{'a\\'b\\\\':'x'}", models.write(pet));
  }
}
