package io.github.datalab4j.quickstart;

import org.jspecify.annotations.Nullable;

/**
 * How a run ended other than well.
 *
 * @param kind a stable word for programs
 * @param message one line for people that says what to do
 * @param token what resumes the job, where one was accepted
 */
record Failure(ExitCode exitCode, String kind, String message, @Nullable String token) {}
