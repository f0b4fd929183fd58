package io.github.datalab4j.simulator;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One accepted job: plays its {@link Job} script, answer by answer. */
final class JobRun {
  private final Job job;
  private final String processorId;
  private final String pipelineId;
  private final @Nullable String description;
  private final long acceptedAt;
  private final long keptMillis;
  private long endedAt = -1;
  private int answers;
  private int lastAnswers;

  JobRun(
      Job job,
      String processorId,
      String pipelineId,
      @Nullable String description,
      long acceptedAt,
      long keptMillis) {
    this.job = job;
    this.processorId = processorId;
    this.pipelineId = pipelineId;
    this.description = description;
    this.acceptedAt = acceptedAt;
    this.keptMillis = job.expiresAfterMillis >= 0 ? job.expiresAfterMillis : keptMillis;
  }

  /** The next answer, in the order of the schema; null when the result has been deleted. */
  @Nullable Map<String, @Nullable Object> answer(long now) {
    answers++;
    if (endedAt < 0 && hasEnded(now)) {
      endedAt = job.millis >= 0 ? acceptedAt + job.millis : now;
    }
    if (endedAt < 0) {
      return status(word(now), null);
    }
    if (now - endedAt >= keptMillis || lastAnswers >= job.expiresAfterPolls) {
      return null;
    }
    lastAnswers++;
    return status(job.lastWord, job.ending == Job.Ending.SUCCESS);
  }

  private boolean hasEnded(long now) {
    if (job.ending == Job.Ending.NEVER) {
      return false;
    }
    return job.millis >= 0 ? now - acceptedAt >= job.millis : answers > job.polls;
  }

  private String word(long now) {
    int words = job.meanwhile.size();
    long index = answers - 1L;
    if (job.millis > 0) {
      index = (now - acceptedAt) * words / job.millis;
    }
    return index < words || (job.ending != Job.Ending.NEVER && words > 0)
        ? job.meanwhile.get((int) Math.min(index, words - 1L))
        : job.lastWord;
  }

  private Map<String, @Nullable Object> status(String word, @Nullable Boolean success) {
    boolean succeeded = Boolean.TRUE.equals(success);
    Map<String, @Nullable Object> status = new LinkedHashMap<>();
    status.put("status", word);
    status.put("processor_id", succeeded ? processorId : null);
    status.put("request_description", description);
    status.put("sent_at", Timestamps.withoutOffset(acceptedAt));
    status.put("success", success);
    status.put("error_message", succeeded || success == null ? null : job.message);
    status.put("runtime", success == null ? null : (endedAt - acceptedAt) / 1000.0);
    status.put("completed_at", success == null ? null : Timestamps.withoutOffset(endedAt));
    status.put("pipeline_params", succeeded ? exampleParams() : null);
    status.put("pipeline_id", succeeded ? pipelineId : null);
    status.putAll(job.fields);
    if (success != null) {
      status.putAll(job.results);
    }
    return status;
  }

  /** One of every kind of JSON value, and numbers that a {@code double} or {@code long} loses. */
  private static Map<String, @Nullable Object> exampleParams() {
    Map<String, @Nullable Object> nested = new LinkedHashMap<>();
    nested.put("keep_footnotes", true);
    nested.put("page_range", Arrays.asList(1, 3, 7));
    Map<String, @Nullable Object> params = new LinkedHashMap<>();
    params.put("version", 2);
    params.put("max_pages", 7000);
    params.put("seed", 9_007_199_254_740_993L);
    params.put("digest", new BigInteger("123456789012345678901234567890"));
    params.put("threshold", 0.35);
    params.put("mode", "balanced");
    params.put("note", null);
    params.put("layout", nested);
    return params;
  }
}
