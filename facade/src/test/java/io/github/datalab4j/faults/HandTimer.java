package io.github.datalab4j.faults;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Time for faults over real sockets. Waits of less than a minute are over at once, in the order in
 * which they would end; longer ones are limits, which pass by {@link #expire} only. So nothing
 * waits, and no limit passes because the machine is slow.
 */
final class HandTimer extends Scheduler implements AutoCloseable {
  private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "hand-timer"));
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(
          Comparator.<Task>comparingLong(task -> task.due).thenComparingLong(task -> task.number));
  private long now;
  private long number;

  /** Lets the time pass up to the next limit. */
  synchronized void expire() {
    long due = Long.MAX_VALUE;
    for (Task task : tasks) {
      due = task.isLimit ? Math.min(due, task.due) : due;
    }
    if (due < Long.MAX_VALUE) {
      now = Math.max(now, due);
      thread.execute(this::runDue);
    }
  }

  @Override
  public synchronized long now(TimeUnit unit) {
    return unit.convert(now, TimeUnit.NANOSECONDS);
  }

  @Override
  public Worker createWorker() {
    return new HandWorker();
  }

  @Override
  public void close() {
    thread.shutdown();
  }

  private synchronized Disposable add(Runnable run, long nanos) {
    Task task = new Task(run, now + nanos, nanos >= LIMIT_NANOS, number++);
    tasks.add(task);
    thread.execute(this::runDue);
    return Disposable.fromRunnable(() -> remove(task));
  }

  private synchronized void remove(Task task) {
    tasks.remove(task);
  }

  private void runDue() {
    for (Task task = next(); task != null; task = next()) {
      task.run.run();
    }
  }

  private synchronized Task next() {
    Task first = tasks.peek();
    if (first == null || (first.isLimit && first.due > now)) {
      return null;
    }
    now = Math.max(now, first.due);
    return tasks.poll();
  }

  private static final class Task {
    final Runnable run;
    final long due;
    final boolean isLimit;
    final long number;

    Task(Runnable run, long due, boolean isLimit, long number) {
      this.run = run;
      this.due = due;
      this.isLimit = isLimit;
      this.number = number;
    }
  }

  private final class HandWorker extends Worker {
    private final CompositeDisposable waiting = new CompositeDisposable();

    @Override
    public Disposable schedule(Runnable run, long delay, TimeUnit unit) {
      if (isDisposed()) {
        return Disposable.disposed();
      }
      Disposable task = add(run, unit.toNanos(Math.max(0, delay)));
      waiting.add(task);
      return task;
    }

    @Override
    public void dispose() {
      waiting.dispose();
    }

    @Override
    public boolean isDisposed() {
      return waiting.isDisposed();
    }
  }
}
