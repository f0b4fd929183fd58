package io.github.datalab4j.generator;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A telling few of the documents that {@link WholeCorpusTest} tries. */
final class CorpusTest {
  @TempDir Path input;
  @TempDir Path output;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3_0/enum_discriminator_inheritance.yaml",
        "3_0/oneOf_duplicateArray.yaml",
        "3_0/oneOfArrayMapImport.yaml",
        "3_1/null-types.yaml",
        "3_1/oneof_polymorphism_and_inheritance.yaml",
        "3_1/unsupported_schema_test.yaml",
        "3_1/webhooks.yaml"
      })
  void passes(String path) throws IOException {
    Path document = CorpusDocuments.copyTo(input, path).file(path);

    DocumentTrial.pass(document, output, 20);
  }
}
