package io.github.datalab4j.generator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.datalab4j.generator.testing.Documents;
import io.github.datalab4j.generator.testing.RoundTrips;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents of real services, where they lie beside the project. */
final class RealDocumentsTest {
  @TestFactory
  Stream<DynamicTest> modelsCompileWithoutWarningAndKeepEveryValue() {
    assumeFalse(Documents.real().isEmpty(), "no folder shared/specs beside the project");
    return Documents.real().stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) {
    assertEquals(List.of(), RoundTrips.failures(Documents.read(file), 20));
  }
}
