package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of other services, tried as a whole. */
final class RealDocumentsTest {
  private static final int INSTANCES = Integer.getInteger("datalab4j.instances", 2);

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
  void everyOperationAndEveryValuePassesTheTrial(String name, int operations, int interfaces)
      throws IOException {
    GeneratedClient.Loaded client =
        DocumentTrial.pass(DocumentFiles.foreign(name), folder, INSTANCES);

    assertEquals(interfaces, client.interfaces().size());
    int methods = client.interfaces().stream().mapToInt(each -> each.getMethods().length).sum();
    assertEquals(2 * operations, methods);
    assertFalse(Files.readString(folder.resolve("generator-report.txt")).isEmpty());
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
