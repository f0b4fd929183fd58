package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.wire.WireCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Retrofit;

/**
 * Documents of other services: each generates, compiles without a warning, and Retrofit takes it.
 */
final class RealDocumentsTest {
  private static final Call.Factory NO_CALLS =
      request -> {
        throw new AssertionError("Nothing is called here");
      };

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "edge-synthetic.json, 5, 1",
    "frigate.json, 179, 13",
    "fullstack-fastapi.json, 35, 8",
    "marimo.json, 88, 2",
    "og-enum-in-multipart.json, 1, 1",
    "og-oneof-polymorphism.json, 3, 2",
    "og-petstore31-java.json, 32, 4",
    "openhands.json, 43, 1",
    "prefect.json, 179, 25"
  })
  void everyInterfaceIsOneThatRetrofitTakesAndEveryCallArrives(
      String name, int operations, int interfaces) throws IOException {
    Path document = DocumentFiles.foreign(name);
    Map<String, String> options = new HashMap<>(WireCalls.options(folder));
    options.put("withHttpInfo", "true");
    GeneratedClient client = GeneratedClient.generate(document, folder, options);

    GeneratedClient.Loaded loaded = client.compile();

    Retrofit retrofit =
        loaded.retrofit(NO_CALLS).baseUrl("http://localhost/").validateEagerly(true).build();
    int methods = 0;
    for (Class<?> type : loaded.interfaces()) {
      assertTrue(type.isInstance(retrofit.create(type)));
      methods += type.getMethods().length;
    }
    assertEquals(interfaces, loaded.interfaces().size());
    assertEquals(2 * operations, methods);
    assertFalse(Files.readString(folder.resolve("generator-report.txt")).isEmpty());
    assertEquals(List.of(), WireCalls.failures(document, folder, loaded, WireCalls.USUAL));
  }

  @Test
  void namesAreTheShortOnes() {
    GeneratedClient client =
        GeneratedClient.generate(DocumentFiles.foreign("prefect.json"), folder);

    String flows = client.text(GeneratedClient.PACKAGE + ".api.FlowsApi");
    assertTrue(flows.contains(" createFlow("), flows);
    String automations = client.text(GeneratedClient.PACKAGE + ".api.AutomationsApi");
    assertTrue(automations.contains(" validateTemplateTemplatesValidatePost("), automations);
    assertTrue(
        automations.contains(" validateTemplateAutomationsTemplatesValidatePost("), automations);
  }
}
