package io.github.datalab4j.generator.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.GeneratedClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents of our own, with every construct, called often. */
final class WireCallsTest {
  private static final int CALLS = 10 * WireCalls.USUAL;

  @TempDir Path folder;

  private static Path own(String name) {
    return Paths.get("src/test/resources/documents", name + ".yaml").toAbsolutePath();
  }

  @ParameterizedTest
  @ValueSource(strings = {"oddities", "parameters", "wire"})
  void whatArrivesIsWhatTheDocumentSays(String name) {
    assertEquals(List.of(), WireCalls.failures(own(name), folder, CALLS));
  }

  /** Each line is what the client was not generated from. */
  @Test
  void whatTheDocumentDoesNotSayIsNoticed() throws IOException {
    Path document = own("disagreement");
    GeneratedClient.Loaded client =
        GeneratedClient.generate(document, folder, WireCalls.options(folder)).compile();
    String text = Files.readString(document);
    for (String change :
        List.of(
            "style: pipeDelimited, -> style: spaceDelimited,",
            "in: query, explode: false -> in: query, explode: true",
            "name: team, in: cookie -> name: group, in: cookie",
            "in: header, explode: true -> in: header, explode: false",
            "style: label -> style: matrix",
            "contentType: text/csv -> contentType: text/html",
            "pattern: form -> style: form, explode: false",
            "text/plain: -> application/octet-stream:",
            "responses: {'200': {description: ok, content: {application/json: {schema: {type:"
                + " integer}}}}} -> responses: {'200': {description: ok, content:"
                + " {application/json: {schema: {type: string}}}}}")) {
      String[] sides = change.split(" -> ", -1);
      assertTrue(text.contains(sides[0]), sides[0]);
      Path other = folder.resolve("other.yaml");
      Files.writeString(other, text.replace(sides[0], sides[1]));

      assertFalse(WireCalls.failures(other, folder, client, CALLS).isEmpty(), change);
    }
  }
}
