package io.github.datalab4j.faults;

import io.github.datalab4j.simulator.Phase;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A moment of an exchange: those of the simulator, and the connection before them. */
enum Column {
  CONNECTION(null),
  REQUEST_HEAD(Phase.REQUEST_HEAD),
  REQUEST_BODY(Phase.REQUEST_BODY),
  BEFORE_ANSWER(Phase.BEFORE_ANSWER),
  ANSWER_HEAD(Phase.ANSWER_HEAD),
  ANSWER_BODY(Phase.ANSWER_BODY);

  final @Nullable Phase phase;

  Column(@Nullable Phase phase) {
    this.phase = phase;
  }

  /** Whether the client may still be sending its body. */
  boolean isBeforeTheEndOfTheBody() {
    return compareTo(BEFORE_ANSWER) < 0;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
