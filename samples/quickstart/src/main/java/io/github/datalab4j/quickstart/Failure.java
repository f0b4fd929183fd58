package io.github.datalab4j.quickstart;

import io.github.datalab4j.DatalabException;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended other than well.
 *
 * @param kind a stable word for programs
 * @param message one line for people that says what to do
 * @param token what resumes the job, where one was accepted
 */
record Failure(ExitCode exitCode, String kind, String message, @Nullable String token) {
  /** Whether the job goes on, so that it can be watched again. */
  boolean leavesJob() {
    return exitCode != ExitCode.JOB_FAILED
        && !kind.equals(DatalabException.Kind.UNKNOWN_JOB.wireName());
  }
}
