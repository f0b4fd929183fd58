package io.github.datalab4j.faults;

import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import org.jspecify.annotations.Nullable;

/** One fault of the matrix, and the moments at which it can strike. */
final class Row {
  /** How a fault keeps the client waiting, if it does. */
  enum Wait {
    NONE,
    /** Nothing more is sent until the simulator is told to go on. */
    STALLED,
    /** The answer has begun, and is not over before the client gives up. */
    ANSWERING,
    /** The request is read too slowly. */
    READING
  }

  final String name;
  final String maker;
  final @Nullable Fault fault;
  final @Nullable Column only;
  final Wait wait;
  final @Nullable Fault also;

  /**
   * Whether the server made the job and then answers as if it had not, or as if it knew nothing.
   */
  final boolean handled;

  /** Whether the server closes the connection with its answer, however much it has not read. */
  final boolean closing;

  private Row(
      String name,
      String maker,
      @Nullable Fault fault,
      @Nullable Column only,
      Wait wait,
      boolean handled,
      boolean closing,
      @Nullable Fault also) {
    this.name = name;
    this.maker = maker;
    this.fault = fault;
    this.only = only;
    this.wait = wait;
    this.handled = handled;
    this.closing = closing;
    this.also = also;
  }

  /** A fault that strikes wherever the simulator lets it. */
  static Row anywhere(String name, String maker, Fault fault) {
    return new Row(name, maker, fault, null, Wait.NONE, false, false, null);
  }

  /** A fault that has one moment of its own. */
  static Row only(Column column, String name, String maker, Fault fault) {
    return new Row(name, maker, fault, column, Wait.NONE, false, false, null);
  }

  /** The kernel refuses connections, which is no fault of the simulator's but a state of it. */
  static Row refused() {
    return new Row(
        "connection refused",
        "refuseConnections",
        null,
        Column.CONNECTION,
        Wait.NONE,
        false,
        false,
        null);
  }

  /** An answer that hides that the request was handled. */
  static Row handled(String name, String maker, Fault fault) {
    Fault after = fault.afterHandling();
    return new Row(name, maker, after, Column.BEFORE_ANSWER, Wait.NONE, true, false, null);
  }

  /** An answer that comes as early as it may, and closes. */
  static Row closing(String name, Answer answer) {
    Fault fault = Fault.answer(answer.closing());
    return new Row(name, "answer", fault, null, Wait.NONE, false, true, null);
  }

  Row waiting(Wait how) {
    return new Row(name, maker, fault, only, how, handled, closing, also);
  }

  /** A second fault on the same answer. */
  Row with(Fault second) {
    return new Row(name, maker, fault, only, wait, handled, closing, second);
  }

  /** Whether it strikes the call before the one that counts. */
  boolean strikesTheCallBefore() {
    return maker.equals("closeAfterAnswer");
  }

  boolean asksToWait() {
    return name.contains("Retry-After");
  }

  boolean interrupts() {
    return fault != null && only == null && accepts(fault, Phase.ANSWER_HEAD);
  }

  /** Whether it can strike then. */
  boolean strikes(Column column) {
    if (only != null) {
      return column == only;
    }
    return column.phase == null ? interrupts() : accepts(fault, column.phase);
  }

  /**
   * The fault at that moment, for one that {@link #strikes} then; null for a refused connection.
   */
  @Nullable Fault at(Column column) {
    if (fault == null || only != null || column.phase == null) {
      return fault;
    }
    Fault then = fault.at(column.phase);
    return column == Column.REQUEST_BODY ? then.afterBytes(1) : then;
  }

  static On on(Column column, On operation) {
    return column == Column.CONNECTION ? On.CONNECTION : operation;
  }

  static boolean accepts(Fault fault, Phase phase) {
    try {
      return fault.at(phase) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
