package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What the values give, and how they read. */
class ValuesTest {
  private static final CustomProcessorStatusResponse RAW =
      CustomProcessorStatusResponse.builder()
          .status("completed")
          .sentAt("2026-01-01T00:00:00")
          .completedAt("2026-01-01T00:05:00")
          .success(true)
          .processorId("cp_1")
          .pipelineId("pl_1")
          .requestDescription("Invoices")
          .runtime(12.5)
          .pipelineParams(Collections.singletonMap("depth", 3L))
          .build();

  @Test
  void statusGivesWhatTheServiceSent() {
    ProcessorStatus status = new ProcessorStatus(RAW);

    assertEquals("completed", status.status());
    assertEquals("2026-01-01T00:00:00", status.sentAt());
    assertEquals("2026-01-01T00:05:00", status.completedAt());
    assertEquals(true, status.success());
    assertNull(status.errorMessage());
    assertSame(RAW, status.raw());
  }

  @Test
  void processorGivesWhatItsStatusHolds() {
    GeneratedProcessor made = new GeneratedProcessor(new ProcessorStatus(RAW), "cp_1");

    assertEquals("cp_1", made.processorId());
    assertEquals("pl_1", made.pipelineId());
    assertEquals(12.5, made.runtime());
    assertEquals("Invoices", made.requestDescription());
    assertEquals(Collections.singletonMap("depth", 3L), made.pipelineParams());
    assertEquals("GeneratedProcessor{processorId=cp_1, pipelineId=pl_1}", made.toString());
  }

  @Test
  void equalAnswersAreEqualValues() {
    ProcessorStatus status = new ProcessorStatus(RAW);
    ProcessorStatus same = new ProcessorStatus(RAW.toBuilder().build());
    GeneratedProcessor made = new GeneratedProcessor(status, "cp_1");

    assertEquals(status, same);
    assertEquals(status.hashCode(), same.hashCode());
    assertNotEquals(status, Statuses.PROCESSING);
    assertEquals(made, new GeneratedProcessor(same, "cp_1"));
    assertEquals(made.hashCode(), new GeneratedProcessor(same, "cp_1").hashCode());
    assertNotEquals(made, new GeneratedProcessor(Statuses.COMPLETED, "cp_new"));
  }

  @Test
  void eventsReadWell() {
    assertEquals("Upload{5 of 10 bytes}", new JobEvent.Upload(5, 10).toString());
    assertEquals("Accepted{dl4j1.x}", new JobEvent.Accepted("dl4j1.x").toString());
    assertEquals("Poll{2, processing}", new JobEvent.Poll(2, Statuses.PROCESSING).toString());
    assertEquals("BadPoll{3, reset}", new JobEvent.BadPoll(3, new IOException("reset")).toString());
  }
}
