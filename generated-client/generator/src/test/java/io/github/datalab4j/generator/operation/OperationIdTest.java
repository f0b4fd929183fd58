package io.github.datalab4j.generator.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

final class OperationIdTest {
  @Test
  void fastApisSuffixIsCutOff() {
    OperationId id =
        new OperationId(
            "POST",
            "/api/v1/custom_processors/{processor_id}/iterate",
            "iterate_custom_pipeline_api_v1_custom_processors__processor_id__iterate_post");

    assertEquals("iterateCustomPipeline", id.shortName());
    assertEquals("iterateCustomPipelineApiV1CustomProcessorsProcessorIdIteratePost", id.longName());
  }

  @Test
  void suffixOfAnotherMethodIsCutOffToo() {
    OperationId id = new OperationId("POST", "/both", "both_both_get");

    assertEquals("both", id.shortName());
  }

  @Test
  void punctuationInThePathIsOneUnderscoreEach() {
    OperationId id =
        new OperationId(
            "GET", "/events/{event_id}/clip.mp4", "event_clip_events__event_id__clip_mp4_get");

    assertEquals("eventClip", id.shortName());
  }

  @Test
  void lettersBeyondAsciiCountAsLettersAsInPython() {
    OperationId id = new OperationId("GET", "/größe", "read_größe_get");

    assertEquals("read", id.shortName());
  }

  @Test
  void idOfAnotherOriginStaysWhole() {
    OperationId id = new OperationId("GET", "/pet/findByStatus", "findPetsByStatus");

    assertEquals("findPetsByStatus", id.shortName());
    assertEquals("findPetsByStatus", id.longName());
  }

  @Test
  void suffixAloneIsNoName() {
    OperationId id = new OperationId("GET", "/health", "_health_get");

    assertNotEquals("", id.shortName());
    assertEquals("_healthGet", id.shortName());
  }

  @Test
  void missingIdIsMadeFromMethodAndPath() {
    OperationId id = new OperationId("GET", "/pets/{petId}/toys", null);

    assertEquals("getPetsByPetIdToys", id.shortName());
  }

  @Test
  void blankIdCountsAsMissing() {
    OperationId id = new OperationId("DELETE", "/", "  ");

    assertEquals("delete", id.shortName());
  }

  @Test
  void reservedWordGetsASuffix() {
    assertEquals("importOperation", new OperationId("POST", "/x", "import").shortName());
    assertEquals("whenOperation", new OperationId("POST", "/x", "when").shortName());
    assertEquals("notifyOperation", new OperationId("POST", "/x", "notify").shortName());
    assertEquals("newOperation", new OperationId("POST", "/x", "new_x_post").shortName());
  }

  @Test
  void leadingDigitGetsAWordBeforeIt() {
    assertEquals("operation2fa", new OperationId("POST", "/x", "2fa").shortName());
  }

  @Test
  void nameWithoutAnyLetterIsStillAName() {
    assertEquals("operation", new OperationId("POST", "/x", "--").shortName());
  }

  @Test
  void innerCapitalsStay() {
    assertEquals("createMessageV2", new OperationId("POST", "/x", "CreateMessage_v2").shortName());
    assertEquals("httpCheck", new OperationId("POST", "/x", "HTTPCheck").shortName());
  }

  @Test
  void keyIsMethodAndPath() {
    assertEquals("GET /pets", new OperationId("get", "/pets", null).key());
  }
}
