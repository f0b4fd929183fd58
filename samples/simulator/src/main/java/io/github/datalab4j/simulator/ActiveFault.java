package io.github.datalab4j.simulator;

/** A fault that was set: tells how often it struck, and can be taken back. */
public final class ActiveFault {
  final On on;
  final Fault fault;
  private final FaultRules rules;
  private long calls;
  private int hits;

  ActiveFault(FaultRules rules, On on, Fault fault) {
    this.rules = rules;
    this.on = on;
    this.fault = fault;
  }

  /** How many calls it was played on so far. */
  public synchronized int hits() {
    return hits;
  }

  /** Takes it back: no later call meets it. */
  public void remove() {
    rules.remove(this);
  }

  /** Counts one call that the fault is meant for; true when it is one to be struck. */
  synchronized boolean strikes() {
    calls++;
    if (!on.includes(calls)) {
      return false;
    }
    hits++;
    return true;
  }

  @Override
  public String toString() {
    return "ActiveFault{" + fault + " on " + on + ", hits=" + hits() + '}';
  }
}
