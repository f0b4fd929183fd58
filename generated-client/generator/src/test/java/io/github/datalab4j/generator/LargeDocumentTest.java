package io.github.datalab4j.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would take memory or time without end is refused; what is only large or odd is not. */
@Timeout(120)
final class LargeDocumentTest {
  private static final String YAML = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n";
  private static final String JSON = "{\"openapi\":\"3.1.0\",\"paths\":{},\"components\":";
  private static final String TOO_DEEP =
      "FILE has more than 200 objects or lists within each other; write inner schemas as"
          + " components, and refer to these.";

  @TempDir Path folder;
  private Refusals refusals;

  @BeforeEach
  void setUp() {
    refusals = new Refusals(folder);
  }

  private String refused(String name, String text) throws IOException {
    return refusals.of(name, text.getBytes(UTF_8));
  }

  @Test
  void aDocumentAboveTheLimitIsRefused() throws IOException {
    String message = refused("a.json", JSON + "{\"x-a\":\"" + "a".repeat(16 << 20) + "\"}}");

    assertTrue(message.startsWith("FILE is larger than 16 MiB. Cut it down"), message);
  }

  @ParameterizedTest
  @CsvSource({"201", "100000"})
  void jsonThatIsNestedTooDeeplyIsRefused(int levels) throws IOException {
    assertEquals(TOO_DEEP, refused("a.json", JSON + "[".repeat(levels) + "]".repeat(levels) + "}"));
  }

  @ParameterizedTest
  @CsvSource({"201", "100000"})
  void yamlThatIsNestedTooDeeplyIsRefused(int levels) throws IOException {
    assertEquals(
        TOO_DEEP, refused("a.yaml", YAML + "x: " + "[".repeat(levels) + "]".repeat(levels)));
  }

  @Test
  void schemasOfManyLevelsAreGenerated() throws IOException {
    int levels = 60;
    String schema = "{\"type\":\"array\",\"items\":".repeat(levels) + "{}" + "}".repeat(levels);
    Path document =
        Files.writeString(folder.resolve("a.json"), JSON + "{\"schemas\":{\"A\":" + schema + "}}}");

    GeneratedClient client = GeneratedClient.generate(document, folder.resolve("out"));

    assertTrue(client.compile().interfaces().isEmpty());
  }

  @Test
  void aliasesOfListsThatMultiplyAreRefused() throws IOException {
    StringBuilder yaml = new StringBuilder(YAML + "x-0: &a0 [x]\n");
    for (int i = 1; i <= 60; i++) {
      yaml.append(String.format("x-%d: &a%d [*a%d, *a%d]\n", i, i, i - 1, i - 1));
    }

    String message = refused("a.yaml", yaml.toString());

    assertTrue(
        message.startsWith("With its aliases replaced FILE is larger than 16 MiB."), message);
  }

  @Test
  void anAliasWithinWhatItStandsForIsRefused() throws IOException {
    assertEquals(
        "FILE has an alias *a within what it stands for; refer to a component instead.",
        refused("a.yaml", YAML + "x: &a {y: *a}\n"));
  }

  @Test
  void aliasesOfUsualSizeAreReplaced() {
    Path document =
        DocumentFiles.write(
            folder,
            YAML
                + "x-id: &id {type: integer}\n"
                + "components: {schemas: {Pet: {type: object, properties: {a: *id, b: *id}}}}\n");

    GeneratedClient.Loaded client =
        GeneratedClient.generate(document, folder.resolve("out")).compile();

    Object pet = client.model("Pet", "{\"a\":1,\"b\":2}");
    assertEquals(2L, GeneratedClient.call(pet.getClass(), pet, "b"));
  }
}
