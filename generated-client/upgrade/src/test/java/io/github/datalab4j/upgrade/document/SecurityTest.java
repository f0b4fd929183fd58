package io.github.datalab4j.upgrade.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SecurityTest {
  @Test
  void aKeyIsNamedByItsPlace() throws Exception {
    assertEquals(Set.of("header X-Key"), security("[{Key: []}]", ""));
  }

  @Test
  void schemesOfHttpAndOthersAreNamed() throws Exception {
    assertEquals(Set.of("HTTP bearer", "oauth2"), security("[{Bearer: []}, {OAuth: []}]", ""));
  }

  @Test
  void whatIsAskedForTogetherIsOneWay() throws Exception {
    assertEquals(Set.of("HTTP bearer and header X-Key"), security("[{Key: [], Bearer: []}]", ""));
  }

  @Test
  void anEmptyRequirementAsksForNothing() throws Exception {
    assertEquals(Set.of("header X-Key", "nothing"), security("[{Key: []}, {}]", ""));
  }

  @Test
  void theDocumentsOwnHoldsWhereTheOperationIsSilent() throws Exception {
    assertEquals(Set.of("header X-Key"), security("", "[{Key: []}]"));
  }

  @Test
  void theOperationsOwnOverrides() throws Exception {
    assertEquals(Set.of(), security("[]", "[{Key: []}]"));
  }

  @Test
  void aSchemeThatIsNotDescribedKeepsItsName() throws Exception {
    assertEquals(Set.of("Unknown"), security("[{Unknown: []}]", ""));
  }

  private static Set<String> security(String ofOperation, String ofDocument) throws Exception {
    String yaml =
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
            + (ofDocument.isEmpty() ? "" : "security: " + ofDocument + "\n")
            + "paths:\n  /a:\n    get:\n      operationId: a\n"
            + (ofOperation.isEmpty() ? "" : "      security: " + ofOperation + "\n")
            + """
            components:
              securitySchemes:
                Key: {type: apiKey, in: header, name: X-Key}
                Bearer: {type: http, scheme: bearer}
                OAuth: {type: oauth2, flows: {}}
            """;
    DocumentText text = DocumentText.of("test", yaml.getBytes(StandardCharsets.UTF_8));
    return DocumentReader.read(text, Map.of()).operations().get("GET /a").security();
  }
}
