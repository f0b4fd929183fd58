package io.github.datalab4j;

/** What is known about a submission when an error is reported. */
public enum SubmissionState {
  /** The service surely has not accepted it: sending it again creates no second version. */
  NOT_SENT,

  /** The service answered that it does not accept it. The same request is refused again. */
  REFUSED,

  /**
   * It was sent as a whole, or may have been, but the answer is missing or does not tell. The
   * service may be working on it, and may bill it: sending it again may create a second version.
   */
  UNKNOWN,

  /** The service accepted it. {@link DatalabException#token()} resumes the job. */
  ACCEPTED,

  /** The failed call was no submission. */
  NOT_APPLICABLE
}
