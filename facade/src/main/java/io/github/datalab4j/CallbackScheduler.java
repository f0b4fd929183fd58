package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The user's callback scheduler, for signals that must arrive. What it refuses, because it was shut
 * down, runs on the thread that brings it: a stream that never ends would be worse. And what an
 * observer throws, against RxJava's rules, is kept from whoever brings the signal, on a scheduler
 * that runs its tasks at once too.
 */
final class CallbackScheduler extends Scheduler {
  private final Scheduler users;

  CallbackScheduler(Scheduler users) {
    this.users = users;
  }

  /** Without a delay, which some executors would leave to a timer that cannot refuse. */
  @Override
  public Disposable scheduleDirect(Runnable run) {
    Task task = new Task(run);
    return task.orHere(users.scheduleDirect(task));
  }

  @Override
  public Worker createWorker() {
    return new CallbackWorker(users.createWorker());
  }

  private static final class CallbackWorker extends Worker {
    private final Worker users;
    private volatile boolean disposed; // by us: one that refuses a task may dispose itself

    CallbackWorker(Worker users) {
      this.users = users;
    }

    @Override
    public Disposable schedule(Runnable run, long delay, TimeUnit unit) {
      if (disposed) {
        return Disposable.disposed();
      }
      Task task = new Task(run);
      return task.orHere(users.schedule(task, delay, unit));
    }

    @Override
    public void dispose() {
      disposed = true;
      users.dispose();
    }

    @Override
    public boolean isDisposed() {
      return disposed;
    }
  }

  private static final class Task implements Runnable {
    private final Runnable run;
    private final AtomicBoolean started = new AtomicBoolean();

    Task(Runnable run) {
      this.run = run;
    }

    @Override
    public void run() {
      if (started.compareAndSet(false, true)) {
        Contained.run(run::run);
      }
    }

    /** Runs it here and now if it was refused: what was scheduled is disposed, and did not run. */
    Disposable orHere(Disposable scheduled) {
      if (scheduled.isDisposed()) {
        run();
      }
      return scheduled;
    }
  }
}
