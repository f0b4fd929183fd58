package io.github.datalab4j.service;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a job is. */
enum JobState {
  /** Its document is here; it is being sent, and no token is recorded. */
  SENDING,
  /** Datalab has accepted it, and its token is recorded. */
  PROCESSING,
  /** Done: the ids are recorded. */
  COMPLETED,
  /** Datalab accepted it, and made no processor or names none. */
  FAILED,
  /** Datalab did not take it. */
  REFUSED,
  /** It surely never reached Datalab. */
  NOT_SENT,
  /**
   * Nobody knows whether Datalab has taken it. It is never sent again. Only its sender, if it was
   * cut off and lives, may know better later.
   */
  UNKNOWN,
  /** Datalab no longer knows it: results are deleted an hour after the end. */
  EXPIRED;

  boolean isFinal() {
    return this != SENDING && this != PROCESSING;
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
