package io.github.datalab4j.service;

import io.github.datalab4j.DatalabException;
import io.github.datalab4j.JobFailedException;
import io.github.datalab4j.ResponseNotUnderstoodException;
import io.github.datalab4j.ServiceUnavailableException;
import io.github.datalab4j.SubmissionState;
import io.github.datalab4j.TokenHookException;
import io.github.datalab4j.UnknownJobException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Records how a job ended, or why its watch did, by the client's errors. */
@Component
final class Outcome {
  private static final Duration REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final JobStore store;

  Outcome(JobStore store) {
    this.store = store;
  }

  void record(String id, DatalabException error) {
    String detail = String.valueOf(error.getMessage());
    if (error.submission() == SubmissionState.REFUSED) {
      store.ended(id, JobState.SENDING, JobState.REFUSED, error.kind(), detail);
    } else if (error.submission() == SubmissionState.NOT_SENT) {
      store.ended(id, JobState.SENDING, JobState.NOT_SENT, error.kind(), detail);
    } else if (error.submission() == SubmissionState.UNKNOWN || error.token() == null) {
      store.ended(id, JobState.SENDING, JobState.UNKNOWN, error.kind(), detail);
    } else if (error instanceof JobFailedException || namesNoProcessor(error)) {
      store.ended(id, JobState.PROCESSING, JobState.FAILED, error.kind(), detail);
    } else if (error instanceof UnknownJobException) {
      store.ended(id, JobState.PROCESSING, JobState.EXPIRED, error.kind(), detail);
    } else if (!(error instanceof TokenHookException)) { // the sender tries that again
      store.rest(id, error.kind(), detail, rest(error)); // the job goes on at Datalab
    }
  }

  private static Duration rest(DatalabException error) {
    if (error instanceof ServiceUnavailableException unavailable) {
      Duration asked = Duration.ofMillis(unavailable.retryAfterMillis());
      return Collections.min(List.of(LONGEST_REST, Collections.max(List.of(REST, asked))));
    }
    return REST;
  }

  /** The job is over, and asking again gives the same answer. */
  private static boolean namesNoProcessor(DatalabException error) {
    return error instanceof ResponseNotUnderstoodException answer
        && "$.processor_id".equals(answer.jsonPath());
  }
}
