package io.github.datalab4j.quickstart;

import io.github.datalab4j.ProcessorStatus;

/** Where a run tells how it goes. Called by one thread at a time. */
interface Output {
  /** So many of the request's bytes are out. */
  void upload(long sent, long total);

  /** The service accepted the job; before its first status. */
  void accepted(String token);

  /** The service answered. */
  void status(ProcessorStatus status);

  /** A question about the status got no answer; it is asked again. */
  void noAnswer(String problem);

  /** The job has completed. */
  void result(ProcessorStatus status);

  /** The run ended otherwise. */
  void failure(Failure failure);

  /** A remark for people. */
  void note(String text);

  /** Nothing more comes. */
  void end();

  /** Whether whoever reads the results has gone. */
  boolean isClosed();
}
