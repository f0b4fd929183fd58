package io.github.datalab4j.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of such a size that making them takes a while. */
final class WholeLargeDocumentTest {
  private static final String YAML = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n";
  private static final String JSON = "{\"openapi\":\"3.1.0\",\"paths\":{},\"components\":{";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"json", "yaml"})
  void aDocumentOf100MegabytesIsRefused(String language) throws IOException {
    boolean json = language.equals("json");
    Path document = folder.resolve("a." + language);
    try (BufferedWriter out = Files.newBufferedWriter(document, UTF_8)) {
      out.write(json ? JSON + "\"schemas\":{\"A\":{}" : YAML + "components:\n  schemas:\n");
      for (int i = 0; i < 700_000; i++) {
        String description = "d".repeat(110);
        out.write(
            json
                ? ",\"A" + i + "\":{\"type\":\"object\",\"description\":\"" + description + "\"}"
                : "    A" + i + ": {type: object, description: " + description + "}\n");
      }
      out.write(json ? "}}}" : "");
    }
    assertTrue(Files.size(document) > 100_000_000, "size");

    String message = new Refusals(folder).of(document);

    assertTrue(message.startsWith("FILE is larger than 16 MiB."), message);
  }

  @Test
  void yamlOfSomeMegabytesIsGenerated() {
    String description = String.join(" ", Collections.nCopies(800_000, "long"));
    Path document =
        DocumentFiles.write(
            folder,
            YAML
                + "components: {schemas: {Pet: {properties: {name: {type: string}}, description: "
                + description
                + "}}}\n");

    GeneratedClient client = GeneratedClient.generate(document, folder.resolve("out"));

    assertTrue(client.text("generated.model.Pet").contains("long long"));
  }
}
