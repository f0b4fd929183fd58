package io.github.datalab4j.kill;

/** When a program is killed, and what a new one can know then. */
enum Moment {
  BEFORE_SENDING(false),
  HALF_OF_THE_BODY_OUT(false),
  BODY_OUT_AND_UNANSWERED(false),
  ACCEPTED_BEFORE_THE_HOOK(false),
  IN_THE_HOOK_BEFORE_THE_STORE(false),
  AFTER_THE_STORE(true),
  BETWEEN_POLLS(true),
  IN_A_POLL(true),
  AT_THE_TERMINAL_STATUS(true),
  AFTER_THE_END(true);

  /** Whether the token was stored by then. */
  final boolean stored;

  Moment(boolean stored) {
    this.stored = stored;
  }
}
