package io.github.datalab4j.generator.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.generator.GeneratedCode;
import io.github.datalab4j.generator.testing.Documents;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers that a document names for a path or an operation. */
final class OwnServersTest {
  @Test
  void eachOperationThatHasSomeStandsInTheReport() {
    String text = Documents.text("servers-of-operations.yaml");

    GeneratedCode code = GeneratedCode.read(Documents.parse(text), "m", "s", false, Map.of());

    assertEquals(
        "given up on (2)\n"
            + "  POST /upload: its own servers, https://{region}.example/v2 and /other, are not"
            + " called, but the client's\n"
            + "  PUT /upload: its own server, https://upload.example/v1, is not called, but the"
            + " client's\n",
        code.findings().report());
  }
}
