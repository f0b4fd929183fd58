package io.github.datalab4j.simulator;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time that stands still until {@link #advance}. It begins at 2026-01-01T00:00:00 UTC. */
public final class ManualTime implements SimulatorTime {
  private static final long BEGIN = 1_767_225_600_000L;

  private static final class Task {
    final long due;
    final long number;
    final Runnable action;

    Task(long due, long number, Runnable action) {
      this.due = due;
      this.number = number;
      this.action = action;
    }

    long due() {
      return due;
    }

    long number() {
      return number;
    }
  }

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
  private final Changes changes = new Changes();
  private long now = BEGIN;
  private long count;

  @Override
  public synchronized long millis() {
    return now;
  }

  @Override
  public void schedule(Runnable task, long delayMillis) {
    synchronized (this) {
      tasks.add(new Task(now + Math.max(0, delayMillis), count++, task));
    }
    changes.happened();
  }

  /** Moves on and starts, in order, what falls due on the way; tasks run on the calling thread. */
  public void advance(long time, TimeUnit unit) {
    long end = millis() + unit.toMillis(time);
    while (true) {
      Runnable action = nextUntil(end);
      if (action == null) {
        return;
      }
      action.run();
    }
  }

  /** The number of delays that have not passed yet. */
  public synchronized int pending() {
    return tasks.size();
  }

  /**
   * Waits, in real time, until at least so many delays have begun and not passed: before {@link
   * #advance}, so that a delay that another thread is about to begin is not missed. False when the
   * time has passed before.
   */
  public boolean awaitPending(int delays, long timeout, TimeUnit unit) throws InterruptedException {
    return changes.await(() -> pending() >= delays, timeout, unit);
  }

  private synchronized @Nullable Runnable nextUntil(long end) {
    Task next = tasks.peek();
    if (next == null || next.due > end) {
      now = Math.max(now, end);
      return null;
    }
    tasks.remove();
    now = Math.max(now, next.due);
    return next.action;
  }
}
