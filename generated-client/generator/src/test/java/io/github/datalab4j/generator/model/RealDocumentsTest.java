package io.github.datalab4j.generator.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.JsonAdapter;
import io.github.datalab4j.generator.testing.Documents;
import io.github.datalab4j.generator.testing.GeneratedModels;
import io.github.datalab4j.generator.testing.Instances;
import io.github.datalab4j.generator.testing.SameJson;
import io.swagger.v3.oas.models.OpenAPI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Documents of real services, where they lie beside the project. */
final class RealDocumentsTest {
  private static final int INSTANCES = 20;
  private static final long SEED = 20261121;

  /** And what is valid comes through them unchanged. */
  @TestFactory
  Stream<DynamicTest> modelsCompileWithoutWarningAndKeepEveryValue() {
    assumeFalse(Documents.real().isEmpty(), "no folder shared/specs beside the project");
    return Documents.real().stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) {
    OpenAPI document = Documents.read(file);
    GeneratedModels models = GeneratedModels.of(document);
    Instances instances = new Instances(document, SEED);
    List<String> failures = new ArrayList<>();
    document
        .getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              for (int i = 0; i < INSTANCES && failures.size() < 10; i++) {
                String problem = problem(models, name, instances.of(schema));
                if (problem != null) {
                  failures.add(name + " " + problem);
                }
              }
            });
    assertEquals(List.of(), failures);
  }

  private static String problem(GeneratedModels models, String component, Object instance) {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode before = mapper.valueToTree(instance);
    try {
      JsonAdapter<Object> adapter = models.adapter(models.types().resolveComponent(component));
      JsonNode after = mapper.readTree(adapter.toJson(adapter.fromJson(before.toString())));
      return SameJson.same(before, after) ? null : before + " became " + after;
    } catch (Exception e) {
      return before + ": " + e;
    }
  }
}
