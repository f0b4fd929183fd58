package io.github.datalab4j;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * The requests that the service may have counted within its last minute: those that are under way,
 * and those that ended less than a minute ago. When a request arrives is not known here, but not
 * after its end.
 */
final class SlidingWindow {
  private static final long SLOT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(1) + SLOT_NANOS;

  /** Counted by the second, so that a large budget needs no more memory than a small one. */
  private final Deque<Slot> slots = new ArrayDeque<>();

  private final int limit;
  private int underWay;
  private int ended;

  SlidingWindow(int limit) {
    this.limit = limit;
  }

  void begin() {
    underWay++;
  }

  /** One that never began is not counted. */
  void end(long now) {
    if (underWay == 0) {
      return;
    }
    underWay--;
    ended++;
    Slot last = slots.peekLast();
    if (last == null || now - last.start >= SLOT_NANOS) {
      last = new Slot(now);
      slots.addLast(last);
    }
    last.ended++;
  }

  boolean isFull(long now) {
    while (!slots.isEmpty() && now - slots.getFirst().start >= KEPT_NANOS) {
      ended -= slots.removeFirst().ended;
    }
    return underWay + ended >= limit;
  }

  /** How long a full one stays so, if nothing begins; for ever, if nothing has ended. */
  long fullNanos(long now) {
    Slot first = slots.peekFirst();
    return first == null ? Long.MAX_VALUE : first.start + KEPT_NANOS - now;
  }

  private static final class Slot {
    final long start;
    int ended;

    Slot(long start) {
      this.start = start;
    }
  }
}
