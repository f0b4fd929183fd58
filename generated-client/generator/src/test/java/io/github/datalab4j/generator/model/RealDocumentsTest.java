package io.github.datalab4j.generator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.datalab4j.generator.testing.Documents;
import io.github.datalab4j.generator.testing.RoundTrips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents of real services, where they lie beside the project. */
final class RealDocumentsTest {
  private static final int INSTANCES = Integer.getInteger("datalab4j.instances", 2);

  @TestFactory
  Stream<DynamicTest> modelsCompileWithoutWarningAndKeepEveryValue() {
    assumeFalse(Documents.real().isEmpty(), "no folder shared/specs beside the project");
    return Documents.real().stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    RoundTrips trips = RoundTrips.of(Files.readString(file), INSTANCES);

    assertEquals(List.of(), trips.failures());
  }
}
