package io.github.datalab4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a completed job made: the ids of the new version of the processor. */
public final class GeneratedProcessor {
  private final ProcessorStatus status;
  private final String processorId;

  GeneratedProcessor(ProcessorStatus status, String processorId) {
    this.status = status;
    this.processorId = processorId;
  }

  /** The id to execute the processor by, {@code cp_…}. */
  public String processorId() {
    return processorId;
  }

  /** The id of the workspace pipeline, {@code pl_…}, or null when the service names none. */
  public @Nullable String pipelineId() {
    return status.pipelineId();
  }

  /** How long the generation took, in seconds, or null when the service does not tell. */
  public @Nullable Double runtime() {
    return status.runtime();
  }

  /** The request's description, from the active version, or null. */
  public @Nullable String requestDescription() {
    return status.requestDescription();
  }

  /** The active version's pipeline parameters, or null: free-form JSON. */
  public @Nullable Map<String, @Nullable Object> pipelineParams() {
    return status.pipelineParams();
  }

  /** The terminal status that all of this stands in. */
  public ProcessorStatus status() {
    return status;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GeneratedProcessor
        && status.equals(((GeneratedProcessor) other).status);
  }

  @Override
  public int hashCode() {
    return status.hashCode();
  }

  @Override
  public String toString() {
    return "GeneratedProcessor{processorId=" + processorId + ", pipelineId=" + pipelineId() + "}";
  }
}
