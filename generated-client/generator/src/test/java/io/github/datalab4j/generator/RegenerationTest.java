package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When files are written again, and when they are left alone. */
final class RegenerationTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);
  private static final String API = GeneratedClient.PACKAGE + ".api.PetsApi";

  @TempDir Path input;
  @TempDir Path output;
  private Path document;

  @BeforeEach
  void write() {
    document = DocumentFiles.write(input, text("list_pets_get"));
  }

  private static String text(String operationId) {
    return "openapi: 3.1.0\n"
        + "info: {title: Pets, version: '1'}\n"
        + "paths:\n"
        + "  /pets:\n"
        + "    get:\n"
        + "      tags: [pets]\n"
        + "      operationId: "
        + operationId
        + "\n"
        + "      responses:\n"
        + "        '200': {description: ok, content: {application/json: {schema:"
        + " {$ref: '#/components/schemas/Pet'}}}}\n"
        + "components:\n"
        + "  schemas:\n"
        + "    Pet: {type: object, properties: {name: {type: string}}}\n";
  }

  private GeneratedClient generate(Map<String, String> options) {
    return GeneratedClient.generate(document, output, options);
  }

  private GeneratedClient generate() {
    return generate(Collections.emptyMap());
  }

  private SortedMap<String, String> contents() throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    for (Path file : generate().files()) {
      contents.put(output.relativize(file).toString(), Files.readString(file));
    }
    return contents;
  }

  private static void makeOld(GeneratedClient client) throws IOException {
    for (Path file : client.files()) {
      Files.setLastModifiedTime(file, LONG_AGO);
    }
  }

  private static void assertUntouched(GeneratedClient client) throws IOException {
    for (Path file : client.files()) {
      assertEquals(LONG_AGO, Files.getLastModifiedTime(file), file.toString());
    }
  }

  @Test
  void secondRunWritesNothing() throws IOException {
    makeOld(generate());

    assertUntouched(generate());
  }

  @Test
  void changedDocumentIsGeneratedAnew() {
    generate();
    DocumentFiles.write(input, text("all_pets_get"));

    assertTrue(generate().text(API).contains(" all("), "the new name");
  }

  @Test
  void changedSettingIsGeneratedAnew() {
    generate();

    GeneratedClient client = generate(Collections.singletonMap("withHttpInfo", "true"));

    assertTrue(client.text(API).contains(" listWithHttpInfo("));
  }

  @Test
  void changedTemplateIsGeneratedAnew() throws IOException {
    Path templates = Files.createDirectories(input.resolve("templates"));
    Path template = templates.resolve("report.mustache");
    Files.writeString(template, "one");
    Map<String, String> options = Collections.singletonMap("templateDir", templates.toString());
    generate(options);
    assertEquals("one", Files.readString(output.resolve("generator-report.txt")));
    Files.writeString(template, "two");

    generate(options);

    assertEquals("two", Files.readString(output.resolve("generator-report.txt")));
  }

  @Test
  void missingFileIsWrittenAgain() throws IOException {
    Path api = generate().source(API);
    Files.delete(api);

    generate();

    assertTrue(Files.exists(api));
  }

  @Test
  void editedFileIsWrittenAgain() throws IOException {
    Path api = generate().source(API);
    String generated = Files.readString(api);
    Files.writeString(api, "edited");

    generate();

    assertEquals(generated, Files.readString(api));
  }

  @Test
  void onlyFilesThatChangeAreTouchedByAnotherGeneration() throws IOException {
    makeOld(generate());
    DocumentFiles.write(input, text("all_pets_get"));

    GeneratedClient client = generate();

    assertNotEquals(LONG_AGO, Files.getLastModifiedTime(client.source(API)));
    assertEquals(
        LONG_AGO, Files.getLastModifiedTime(client.source(GeneratedClient.PACKAGE + ".ApiClient")));
  }

  @Test
  void filesOfAFormerGenerationAreDeleted() {
    generate();
    DocumentFiles.write(input, text("list_pets_get").replace("[pets]", "[animals]"));

    GeneratedClient client = generate();

    assertFalse(Files.exists(client.source(API)));
    assertTrue(Files.exists(client.source(GeneratedClient.PACKAGE + ".api.AnimalsApi")));
  }

  @Test
  void outputIsTheSameByteForByteInAnotherFolder(@TempDir Path other) throws IOException {
    SortedMap<String, String> first = contents();

    GeneratedClient second = GeneratedClient.generate(document, other, Collections.emptyMap());

    SortedMap<String, String> contents = new TreeMap<>();
    for (Path file : second.files()) {
      contents.put(other.relativize(file).toString(), Files.readString(file));
    }
    assertEquals(first, contents);
  }

  @Test
  void outputHoldsNoFilesButOurs() throws IOException {
    for (String file : contents().keySet()) {
      assertTrue(
          file.endsWith(".java")
              || file.equals("generator-report.txt")
              || file.equals("generated-files.txt"),
          file);
    }
    assertFalse(Files.exists(output.resolve(".openapi-generator")));
  }
}
