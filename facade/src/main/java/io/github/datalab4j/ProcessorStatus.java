package io.github.datalab4j;

import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the service about a job (schema {@code CustomProcessorStatusResponse}). What the
 * service leaves out or sends as null is null here. Should a text of it hold the API key, {@code
 * ***} stands in its place.
 */
public final class ProcessorStatus {
  private final CustomProcessorStatusResponse raw;

  ProcessorStatus(CustomProcessorStatusResponse raw) {
    this.raw = raw;
  }

  /**
   * The service's own word: {@code processing}, {@code completed}, {@code failed}, or a new one.
   */
  public String status() {
    return raw.status();
  }

  /**
   * What the word means. {@code completed} and {@code complete} with {@code success: false} are
   * {@link State#FAILED}; a word that this library does not know is {@link State#UNKNOWN}.
   */
  public State state() {
    switch (raw.status()) {
      case "completed":
      case "complete":
        return Boolean.FALSE.equals(raw.success()) ? State.FAILED : State.COMPLETED;
      case "failed":
        return State.FAILED;
      case "processing":
        return State.PROCESSING;
      default:
        return State.UNKNOWN;
    }
  }

  /** Whether the job has ended: completed or failed. An unknown word is no end. */
  public boolean isTerminal() {
    State state = state();
    return state == State.COMPLETED || state == State.FAILED;
  }

  /** Whether the generation succeeded, as the service says it. */
  public @Nullable Boolean success() {
    return raw.success();
  }

  /** The id to execute the processor by, {@code cp_…}; set once the job has completed. */
  public @Nullable String processorId() {
    return raw.processorId();
  }

  /** The id of the workspace pipeline, {@code pl_…}; set once the job has completed. */
  public @Nullable String pipelineId() {
    return raw.pipelineId();
  }

  /** The request's description, from the active version. */
  public @Nullable String requestDescription() {
    return raw.requestDescription();
  }

  /** Why the job failed, in the service's words. */
  public @Nullable String errorMessage() {
    return raw.errorMessage();
  }

  /** How long the generation took, in seconds. */
  public @Nullable Double runtime() {
    return raw.runtime();
  }

  /** When the request was submitted: an ISO time, often without an offset. */
  public String sentAt() {
    return raw.sentAt();
  }

  /** When the request completed: an ISO time, often without an offset. */
  public @Nullable String completedAt() {
    return raw.completedAt();
  }

  /** The active version's pipeline parameters: free-form JSON; whole numbers are {@code Long}. */
  public @Nullable Map<String, @Nullable Object> pipelineParams() {
    return raw.pipelineParams();
  }

  /** The whole answer as the raw client reads it, with the fields that are not known here. */
  public CustomProcessorStatusResponse raw() {
    return raw;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProcessorStatus && raw.equals(((ProcessorStatus) other).raw);
  }

  @Override
  public int hashCode() {
    return raw.hashCode();
  }

  @Override
  public String toString() {
    return "ProcessorStatus{status=" + status() + ", processorId=" + processorId() + "}";
  }

  /** What a status word means. States may be added. */
  public enum State {
    /** The service is working on it. */
    PROCESSING,
    /** The job is done: its ids are set. */
    COMPLETED,
    /** The job has ended without a processor. */
    FAILED,
    /** A word that this library does not know. It is polled on, up to the deadline. */
    UNKNOWN
  }
}
