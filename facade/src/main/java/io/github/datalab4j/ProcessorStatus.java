package io.github.datalab4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the service about a job (schema {@code CustomProcessorStatusResponse}). What the
 * service leaves out or sends as null is null here.
 */
public final class ProcessorStatus {
  private final String status;
  private final String sentAt;
  private final @Nullable Boolean success;
  private final @Nullable String processorId;
  private final @Nullable String pipelineId;
  private final @Nullable String requestDescription;
  private final @Nullable String errorMessage;
  private final @Nullable Double runtime;
  private final @Nullable String completedAt;
  private final @Nullable Map<String, @Nullable Object> pipelineParams;

  ProcessorStatus(
      String status,
      String sentAt,
      @Nullable Boolean success,
      @Nullable String processorId,
      @Nullable String pipelineId,
      @Nullable String requestDescription,
      @Nullable String errorMessage,
      @Nullable Double runtime,
      @Nullable String completedAt,
      @Nullable Map<String, @Nullable Object> pipelineParams) {
    this.status = status;
    this.sentAt = sentAt;
    this.success = success;
    this.processorId = processorId;
    this.pipelineId = pipelineId;
    this.requestDescription = requestDescription;
    this.errorMessage = errorMessage;
    this.runtime = runtime;
    this.completedAt = completedAt;
    this.pipelineParams =
        pipelineParams == null
            ? null
            : Collections.unmodifiableMap(new LinkedHashMap<>(pipelineParams));
  }

  /**
   * The service's own word: {@code processing}, {@code completed}, {@code failed}, or a new one.
   */
  public String status() {
    return status;
  }

  /**
   * What the word means. {@code completed} and {@code complete} with {@code success: false} are
   * {@link State#FAILED}; a word that this library does not know is {@link State#UNKNOWN}.
   */
  public State state() {
    switch (status) {
      case "completed":
      case "complete":
        return Boolean.FALSE.equals(success) ? State.FAILED : State.COMPLETED;
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
    return success;
  }

  /** The id to execute the processor by, {@code cp_…}; set once the job has completed. */
  public @Nullable String processorId() {
    return processorId;
  }

  /** The id of the workspace pipeline, {@code pl_…}; set once the job has completed. */
  public @Nullable String pipelineId() {
    return pipelineId;
  }

  /** The request's description, from the active version. */
  public @Nullable String requestDescription() {
    return requestDescription;
  }

  /** Why the job failed, in the service's words. */
  public @Nullable String errorMessage() {
    return errorMessage;
  }

  /** How long the generation took, in seconds. */
  public @Nullable Double runtime() {
    return runtime;
  }

  /** When the request was submitted: an ISO time, often without an offset. */
  public String sentAt() {
    return sentAt;
  }

  /** When the request completed: an ISO time, often without an offset. */
  public @Nullable String completedAt() {
    return completedAt;
  }

  /** The active version's pipeline parameters: free-form JSON; whole numbers are {@code Long}. */
  public @Nullable Map<String, @Nullable Object> pipelineParams() {
    return pipelineParams;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ProcessorStatus)) {
      return false;
    }
    ProcessorStatus that = (ProcessorStatus) other;
    return status.equals(that.status)
        && sentAt.equals(that.sentAt)
        && Objects.equals(success, that.success)
        && Objects.equals(processorId, that.processorId)
        && Objects.equals(pipelineId, that.pipelineId)
        && Objects.equals(requestDescription, that.requestDescription)
        && Objects.equals(errorMessage, that.errorMessage)
        && Objects.equals(runtime, that.runtime)
        && Objects.equals(completedAt, that.completedAt)
        && Objects.equals(pipelineParams, that.pipelineParams);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, sentAt, success, processorId, errorMessage, runtime);
  }

  @Override
  public String toString() {
    return "ProcessorStatus{status=" + status + ", processorId=" + processorId + "}";
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
