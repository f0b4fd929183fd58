package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.disposables.SerialDisposable;
import io.reactivex.rxjava3.functions.Supplier;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The user's callback scheduler, for signals that must arrive. What it refuses, or fails to take,
 * runs on the thread that brings it: a stream that never ends would be worse. What it has taken and
 * does not begin is looked after: once it refuses other tasks, that one runs elsewhere too. While
 * it is only busy it is waited for, however long. And what an observer throws, against RxJava's
 * rules, is kept from whoever brings the signal, on a scheduler that runs its tasks at once too.
 */
final class CallbackScheduler extends Scheduler {
  /**
   * Of {@code observeOn}: it grows where need be, and most who wait are told one item at a time.
   */
  static final int BUFFER = 8;

  private static final long FIRST_LOOK_MILLIS = 5_000; // the next after twice that, and so on

  private final Scheduler users;
  private final Scheduler timer;
  private final Executor elsewhere;

  CallbackScheduler(Scheduler users, Scheduler timer, Executor elsewhere) {
    this.users = users;
    this.timer = timer;
    this.elsewhere = elsewhere;
  }

  /** Without a delay, which some executors would leave to a timer that cannot refuse. */
  @Override
  public Disposable scheduleDirect(Runnable run) {
    Task task = new Task(run, new CompositeDisposable());
    Disposable scheduled = task.orHere(taken(() -> users.scheduleDirect(task)), 0);
    return Disposable.fromRunnable(
        () -> {
          task.looks.dispose();
          scheduled.dispose();
        });
  }

  @Override
  public Worker createWorker() {
    return new CallbackWorker(users.createWorker());
  }

  private boolean isShutDown() {
    AtomicBoolean began = new AtomicBoolean();
    return taken(() -> users.scheduleDirect(() -> began.set(true))).isDisposed() && !began.get();
  }

  /** What an executor throws that is no refusal in RxJava's eyes, is one in ours. */
  private static Disposable taken(Supplier<Disposable> scheduling) {
    try {
      return scheduling.get();
    } catch (Throwable e) {
      RxJavaPlugins.onError(e);
      return Disposable.disposed();
    }
  }

  private final class CallbackWorker extends Worker {
    private final Worker users;
    private final CompositeDisposable looks = new CompositeDisposable();
    private volatile boolean disposed; // by us: one that refuses a task may dispose itself

    CallbackWorker(Worker users) {
      this.users = users;
    }

    @Override
    public Disposable schedule(Runnable run, long delay, TimeUnit unit) {
      if (disposed) {
        return Disposable.disposed();
      }
      Task task = new Task(run, looks);
      return task.orHere(taken(() -> users.schedule(task, delay, unit)), unit.toMillis(delay));
    }

    @Override
    public void dispose() {
      disposed = true;
      looks.dispose();
      users.dispose();
    }

    @Override
    public boolean isDisposed() {
      return disposed;
    }
  }

  private final class Task implements Runnable {
    private final Runnable run;
    private final CompositeDisposable looks;
    private final SerialDisposable look = new SerialDisposable();
    private final AtomicBoolean began = new AtomicBoolean();

    Task(Runnable run, CompositeDisposable looks) {
      this.run = run;
      this.looks = looks;
    }

    @Override
    public void run() {
      if (began.compareAndSet(false, true)) {
        looks.delete(look);
        look.dispose();
        Contained.run(run::run);
      }
    }

    /** Runs it here and now if it was refused: what was scheduled is disposed, and did not run. */
    Disposable orHere(Disposable scheduled, long delayMillis) {
      if (scheduled.isDisposed()) {
        run();
      } else if (looks.add(look)) {
        lookAfter(FIRST_LOOK_MILLIS, delayMillis);
      }
      return scheduled;
    }

    private void lookAfter(long millis, long delayMillis) {
      Runnable looking =
          () -> {
            if (began.get() || look.isDisposed()) {
              return;
            }
            if (isShutDown()) {
              elsewhere.execute(this);
            } else {
              lookAfter(2 * millis, 0);
            }
          };
      look.replace(timer.scheduleDirect(looking, millis + delayMillis, TimeUnit.MILLISECONDS));
      if (began.get()) {
        looks.delete(look);
        look.dispose();
      }
    }
  }
}
