package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class file takes no text of more than 65,535 bytes. */
final class LongTextsTest {
  /** In JSON, as YAML takes no key of more than 1,024 letters; Jackson takes 50,000. */
  private static final String DOCUMENT =
      ("{'openapi': '3.1.0', 'info': {'title': 'LONG', 'version': '1'},"
              + "'servers': [{'url': 'https://a.example/LONG'}],"
              + "'tags': [{'name': 'LONG', 'description': 'LONG'}],"
              + "'paths': {"
              + "'/KEY': {'get': {'tags': ['t'], 'responses': {'204': {'description': 'none'}}}},"
              + "'/a/{b}': {'post': {'tags': ['t'], 'operationId': 'a', 'summary': 'LONG',"
              + "'parameters': ["
              + "{'name': 'b', 'in': 'path', 'required': true, 'schema': {'type': 'string'}},"
              + "{'name': 'qLONG', 'in': 'query', 'schema': {'type': 'string'}},"
              + "{'name': 'hLONG', 'in': 'header', 'schema': {'type': 'string'}},"
              + "{'name': 'cLONG', 'in': 'cookie', 'schema': {'type': 'string'}}],"
              + "'requestBody': {'content': {'multipart/form-data': {"
              + "'schema': {'properties': {'fKEY': {'type': 'string'}, 'g': {'type': 'string'}}},"
              + "'encoding': {'g': {'contentType': 'text/LONG'}}}}},"
              + "'responses': {'200': {'description': 'ok', 'content': {"
              + "'text/aKEY': {}, 'text/b': {}}}}},"
              + "'put': {'tags': ['LONG'], 'operationId': 'LONG',"
              + "'requestBody': {'required': true, 'content': {'text/cKEY': {}}},"
              + "'responses': {'204': {'description': 'none'}}}}},"
              + "'components': {'schemas': {"
              + "'A': {'properties': {'kind': {'type': 'string'}}},"
              + "'BKEY': {'properties': {'kind': {'type': 'string'}}},"
              + "'U': {'oneOf': [{'$ref': '#/components/schemas/A'},"
              + "{'$ref': '#/components/schemas/BKEY'}], 'discriminator': {'propertyName': 'kind',"
              + "'mapping': {'mKEY': '#/components/schemas/A'}}},"
              + "'V': {'oneOf': [{'$ref': '#/components/schemas/A'},"
              + "{'$ref': '#/components/schemas/BKEY'}],"
              + "'discriminator': {'propertyName': 'LONG'}}}}}")
          .replace('\'', '"')
          .replace("LONG", "x".repeat(70_000))
          .replace("KEY", "ä".repeat(40_000));

  @Test
  void theyAreLeftOutAndToldWhereverTheyStand(@TempDir Path folder) throws IOException {
    Path document = Files.writeString(folder.resolve("document.json"), DOCUMENT);

    GeneratedClient client = GeneratedClient.generate(document, folder.resolve("out"));
    GeneratedClient.Loaded loaded = client.compile();
    loaded
        .retrofit(new OkHttpClient())
        .baseUrl("https://a.example/")
        .validateEagerly(true)
        .build()
        .create(loaded.type("api.TApi"));

    String report = Files.readString(folder.resolve("out/generator-report.txt"));
    for (String told :
        new String[] {
          "a path of more than",
          "a parameter with a long name",
          "a field with a long name",
          "a long value of the discriminator",
          "the discriminator has a long name",
          "no address of a server",
        }) {
      assertTrue(report.contains(told), told);
    }
  }
}
