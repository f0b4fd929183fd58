package io.github.datalab4j.simulator;

import java.util.List;

/** Plays resets, closes, stalls and delays one after the other, then goes on if it may. */
final class Interruptions {
  private Interruptions() {}

  static void play(Connection connection, List<Fault> faults, Runnable next) {
    if (faults.isEmpty()) {
      next.run();
      return;
    }
    Fault fault = faults.get(0);
    Runnable rest = () -> play(connection, faults.subList(1, faults.size()), next);
    switch (fault.kind) {
      case RESET:
        connection.reset();
        break;
      case CLOSE:
        connection.closeInOrder();
        break;
      case STALL:
        connection.stall(rest);
        break;
      default:
        connection.later(fault.pace.millis, rest);
        break;
    }
  }
}
