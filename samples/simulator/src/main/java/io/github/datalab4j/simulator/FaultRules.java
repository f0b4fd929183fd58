package io.github.datalab4j.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The faults that are set. */
final class FaultRules {
  private final List<ActiveFault> active = new CopyOnWriteArrayList<>();

  ActiveFault add(On on, Fault fault) {
    if (on.isConnection() && !fault.isInterruption()) {
      throw new IllegalArgumentException(
          "On.CONNECTION takes reset, close, stall and delay, not " + fault);
    }
    ActiveFault rule = new ActiveFault(this, on, fault);
    active.add(rule);
    return rule;
  }

  void remove(ActiveFault rule) {
    active.remove(rule);
  }

  void clear() {
    active.clear();
  }

  List<Fault> onConnection() {
    return struck(On::isConnection);
  }

  List<Fault> on(ReceivedRequest request) {
    return struck(on -> on.isOperation(request));
  }

  private List<Fault> struck(Predicate<On> meant) {
    List<Fault> faults = new ArrayList<>();
    for (ActiveFault rule : active) {
      if (meant.test(rule.on) && rule.strikes()) {
        faults.add(rule.fault);
      }
    }
    return faults;
  }
}
