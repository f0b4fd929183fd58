package io.github.datalab4j;

import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import org.jspecify.annotations.Nullable;

/** Statuses for tests. */
final class Statuses {
  static final ProcessorStatus PROCESSING = of("processing", null, null);
  static final ProcessorStatus COMPLETED = of("completed", true, "cp_new");
  static final ProcessorStatus FAILED = of("failed", false, null);

  private Statuses() {}

  static ProcessorStatus of(String word, @Nullable Boolean success, @Nullable String processorId) {
    return new ProcessorStatus(
        CustomProcessorStatusResponse.builder()
            .status(word)
            .sentAt("2026-01-01T00:00:00")
            .success(success)
            .processorId(processorId)
            .pipelineId(processorId == null ? null : "pl_new")
            .errorMessage(word.equals("failed") ? "No table found" : null)
            .build());
  }
}
