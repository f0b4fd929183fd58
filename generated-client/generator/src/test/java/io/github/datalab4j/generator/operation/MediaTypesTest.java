package io.github.datalab4j.generator.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaTypesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "APPLICATION/JSON",
        "application/problem+json",
        "application/vnd.api+json;version=1",
        "text/json"
      })
  void jsonHasManyNames(String mediaType) {
    assertTrue(MediaTypes.isJson(mediaType));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-ndjson",
        "application/json-seq",
        "application/geo+json-seq",
        "application/jsonl",
        "text/event-stream",
        "*/*",
        "application/xml"
      })
  void streamsAndOthersAreNoJson(String mediaType) {
    assertFalse(MediaTypes.isJson(mediaType));
  }

  @Test
  void parametersDoNotHideTheType() {
    assertTrue(MediaTypes.isMultipart("multipart/form-data; boundary=x"));
    assertTrue(MediaTypes.isForm("application/x-www-form-urlencoded;charset=utf-8"));
    assertTrue(MediaTypes.isPlainText("text/plain;charset=utf-8"));
    assertEquals("text/plain", MediaTypes.plain("Text/Plain ; charset=utf-8"));
  }

  @Test
  void onlyOneNamedTypeIsConcrete() {
    assertTrue(MediaTypes.isConcrete("text/csv; charset=utf-8"));
    assertFalse(MediaTypes.isConcrete("image/*"));
    assertFalse(MediaTypes.isConcrete("image/png, image/jpeg"));
    assertFalse(MediaTypes.isConcrete("nonsense"));
  }
}
