package io.github.datalab4j.generator.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeprecationTest {
  @Test
  void flagIsAReason() {
    assertEquals(
        "The API document marks this operation as deprecated.",
        Deprecation.of(new Operation().deprecated(true)));
  }

  @Test
  void anyTagThatSaysSoIsAReason() {
    Operation operation =
        new Operation().tags(Arrays.asList("Other", "Custom Pipelines (Deprecated)"));

    assertEquals(
        "The API document says so by the tag \"Custom Pipelines (Deprecated)\".",
        Deprecation.of(operation));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DEPRECATED: use /v2",
        "[Deprecated] List pets",
        "List pets (deprecated)",
        "List pets - deprecated",
        "This is deprecated, use list",
        "(Deprecated since 2.0) List pets"
      })
  void summaryThatSaysSoIsAReason(String summary) {
    assertFalse(Deprecation.of(new Operation().summary(summary)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List pets",
        "List deprecated models",
        "Undeprecated",
        "Mark as deprecated or not"
      })
  void summaryThatOnlyUsesTheWordIsNone(String summary) {
    assertEquals("", Deprecation.of(new Operation().summary(summary)));
  }

  @Test
  void saidTheOppositeIsNone() {
    assertEquals("", Deprecation.of(new Operation().deprecated(false)));
    assertEquals(
        "", Deprecation.of(new Operation().tags(Arrays.asList("Not deprecated", "Undeprecated"))));
  }
}
