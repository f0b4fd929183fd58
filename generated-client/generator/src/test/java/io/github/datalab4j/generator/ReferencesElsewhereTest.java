package io.github.datalab4j.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document is read with the files beside it, and with nothing else. */
final class ReferencesElsewhereTest {
  private static final String PART = "Pet: {type: object, properties: {name: {type: string}}}\n";

  @TempDir Path folder;
  private Path input;
  private Refusals refusals;

  @BeforeEach
  void setUp() throws IOException {
    refusals = new Refusals(folder);
    input = Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("secret.yaml"), PART);
  }

  private static String document(String version, String schema) {
    return "openapi: "
        + version
        + "\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents: {schemas: {Owner: {type: object,"
        + " properties: {pet: "
        + schema
        + "}}}}\n";
  }

  private static String referring(String version, String reference) {
    return document(version, "{$ref: '" + reference + "'}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:9/pets.yaml#/Pet",
        "HTTPS://localhost:9/pets.yaml#/Pet",
        "file:///etc/passwd",
        "/etc/passwd",
        "//localhost/pets.yaml",
        "\\\\localhost\\pets.yaml",
        "../secret.yaml#/Pet",
        "sub/../../secret.yaml#/Pet",
        "jar:file:a.jar!/a.yaml"
      })
  void nothingOutsideOfTheFolderIsRead(String reference) throws IOException {
    for (String version : new String[] {"3.0.3", "3.1.0"}) {
      assertEquals(
          "FILE refers to "
              + reference
              + ". Only files in the document's folder and below are read: bundle it into one"
              + " document first.",
          refusals.of("a.yaml", referring(version, reference).getBytes(UTF_8)));
    }
  }

  @Test
  void aLinkDoesNotLeadOutside() throws IOException {
    try {
      Files.createSymbolicLink(input.resolve("link.yaml"), folder.resolve("secret.yaml"));
    } catch (FileSystemException | UnsupportedOperationException e) {
      abort("This file system has no links: " + e);
    }

    String message = refusals.of("a.yaml", referring("3.1.0", "link.yaml#/Pet").getBytes(UTF_8));

    assertTrue(message.startsWith("FILE refers to link.yaml#/Pet. Only files in"), message);
  }

  @Test
  void aFileBesideTheDocumentDoesNotLeadOutside() throws IOException {
    Files.writeString(input.resolve("near.yaml"), "Pet: {$ref: '../secret.yaml#/Pet'}\n");

    String message = refusals.of("a.yaml", referring("3.1.0", "near.yaml#/Pet").getBytes(UTF_8));

    assertTrue(message.startsWith("near.yaml refers to ../secret.yaml#/Pet. Only"), message);
  }

  @Test
  void aFileThatIsMissingIsNamed() throws IOException {
    assertEquals(
        "FILE refers to near.yaml#/Pet, but there is no such file in its folder.",
        refusals.of("a.yaml", referring("3.0.3", "near.yaml#/Pet").getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.3", "3.1.0"})
  void filesInTheFolderArePartOfTheDocument(String version) throws IOException {
    Files.writeString(Files.createDirectories(input.resolve("sub")).resolve("near.yaml"), PART);
    Path document =
        Files.writeString(input.resolve("a.yaml"), referring(version, "sub/near.yaml#/Pet"));

    GeneratedClient.Loaded client =
        GeneratedClient.generate(document, folder.resolve("out")).compile();

    Object owner = client.model("Owner", "{\"pet\":{\"name\":\"Rex\"}}");
    Object pet = GeneratedClient.call(owner.getClass(), owner, "pet");
    assertEquals("Rex", GeneratedClient.call(pet.getClass(), pet, "name"));
  }

  @Test
  void aReferenceWithinAnExampleIsData() throws IOException {
    String schema =
        "{type: object, example: {$ref: 'http://localhost:9/'}, default: {$ref: '/etc/passwd'},"
            + " x-more: {$ref: '../secret.yaml'}}";
    Path document = Files.writeString(input.resolve("a.yaml"), document("3.1.0", schema));

    GeneratedClient client = GeneratedClient.generate(document, folder.resolve("out"));

    assertTrue(client.text("generated.model.Owner").contains("pet"));
  }

  @Test
  void propertiesMayBeCalledLikeWordsOfOpenApi() throws IOException {
    String schema = "{properties: {default: {$ref: '../secret.yaml#/Pet'}}}";

    String message = refusals.of("a.yaml", document("3.1.0", schema).getBytes(UTF_8));

    assertTrue(message.startsWith("FILE refers to ../secret.yaml#/Pet."), message);
  }
}
