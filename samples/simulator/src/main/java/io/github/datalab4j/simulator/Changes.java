package io.github.datalab4j.simulator;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets threads wait until something that is watched has become true. */
final class Changes {
  synchronized void happened() {
    notifyAll();
  }

  /** Waits in real time; whether the condition came true. */
  synchronized boolean await(BooleanSupplier condition, long timeout, TimeUnit unit)
      throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    while (!condition.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      // At least a millisecond: a wait of 0 would be one without end.
      wait(left / 1_000_000 + 1);
    }
    return true;
  }
}
