package io.github.datalab4j.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** A job as the browser sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobView(
    String id,
    String processorId,
    String fileName,
    JobState state,
    @Nullable String status,
    @Nullable Progress progress,
    @Nullable Result result,
    @Nullable ProblemDetail problem,
    Instant createdAt) {

  static JobView of(JobRow row) {
    return new JobView(
        row.id(),
        row.processorId(),
        row.fileName(),
        row.state(),
        row.status(),
        null,
        made(row),
        row.problemKind() == null
            ? null
            : Problems.of(row.problemKind(), String.valueOf(row.problemDetail())),
        row.createdAt());
  }

  private static @Nullable Result made(JobRow row) {
    boolean isNothing = row.madeProcessorId() == null && row.madePipelineId() == null;
    return isNothing || !row.state().isFinal()
        ? null
        : new Result(row.madeProcessorId(), row.madePipelineId());
  }

  JobView uploading(long sentBytes, long totalBytes) {
    Progress progress = new Progress(sentBytes, totalBytes);
    return new JobView(
        id, processorId, fileName, state, status, progress, result, problem, createdAt);
  }

  /** How much of the request Datalab has; the total is -1 where it is not known. */
  record Progress(long sentBytes, long totalBytes) {}

  /** What the job made: a job that failed may have made a pipeline all the same. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(@Nullable String processorId, @Nullable String pipelineId) {}
}
