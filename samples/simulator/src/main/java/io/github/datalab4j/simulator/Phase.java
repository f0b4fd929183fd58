package io.github.datalab4j.simulator;

/** The moments of an exchange at which a {@link Fault} can strike, in their order. */
public enum Phase {
  /**
   * The head of the request was read, its body was not: the job does not exist. Of a short request
   * the body may have arrived in the same packet.
   */
  REQUEST_HEAD,

  /**
   * The body is being read: by default after half of its {@code Content-Length}, or after its first
   * byte where no length was declared. The job does not exist. A request without a body never gets
   * here.
   */
  REQUEST_BODY,

  /** The whole request was read and handled, so that a job was made; nothing is answered yet. */
  BEFORE_ANSWER,

  /** Half of the answer's status line and headers were sent. */
  ANSWER_HEAD,

  /** The answer's head and half of its body were sent. */
  ANSWER_BODY
}
