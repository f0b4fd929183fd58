package io.github.datalab4j.upgrade.change;

/** Which way a value goes, as far as the operations tell. */
enum Direction {
  /** Only callers send it. */
  REQUEST,
  /** Only the service sends it. */
  ANSWER,
  /** Both do, or no operation tells. */
  BOTH;

  boolean isSent() {
    return this != ANSWER;
  }

  boolean isRead() {
    return this != REQUEST;
  }

  /** The level of a change, by what it means to senders and to readers. */
  Level level(Level toSenders, Level toReaders) {
    return this == REQUEST ? toSenders : this == ANSWER ? toReaders : toSenders.or(toReaders);
  }
}
