package io.github.datalab4j.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults that are set. */
final class FaultRules {
  private final List<ActiveFault> active = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private final Changes changes;

  FaultRules(Changes changes) {
    this.changes = changes;
  }

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
    return struck(on -> isMeant(on, request));
  }

  /** What a condition of the user's throws here, nobody would hear of. */
  private boolean isMeant(On on, ReceivedRequest request) {
    try {
      return on.isOperation(request);
    } catch (Throwable e) {
      broken.compareAndSet(null, e);
      changes.happened();
      return false;
    }
  }

  boolean isBroken() {
    return broken.get() != null;
  }

  /** Throws what the first condition threw, once. */
  void check() {
    Throwable thrown = broken.getAndSet(null);
    if (thrown != null) {
      throw new AssertionError("a condition of On.when threw " + thrown, thrown);
    }
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
