package io.github.datalab4j;

import io.reactivex.rxjava3.core.Notification;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Function;
import io.reactivex.rxjava3.functions.Predicate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches one long-running operation for any number of subscribers, by one request a tick.
 *
 * <p>The first subscriber starts a run, the last to leave stops it: timer, wait for the budget, and
 * request in flight. One who comes late gets the latest value first. The terminal value, or a fatal
 * error, is kept and replayed without a request. Any other end (deadline, too many failures, a
 * Retry-After beyond the deadline) is not: the next subscriber starts a new run.
 *
 * <p>No lock is held while anybody is called, and no thread while anything is waited for.
 */
final class PollLoop<T> {
  /** One poll, under a permit that is released when it ends, or earlier. */
  final Function<Permit, Single<PollAnswer<T>>> poll;

  final Predicate<? super T> isTerminal;
  final PollPolicy policy;
  final JobContext context;
  final PollErrors<T> errors;

  // All below is guarded by this. Lists and their content are never changed: there is a loop for
  // each of very many jobs, and nearly all have one watcher.
  private List<PollWatcher<T>> watchers = Collections.emptyList();
  private List<Notification<PollEvent<T>>> kept = Collections.emptyList();
  private @Nullable PollRun<T> run;
  private @Nullable PollEvent<T> latest;

  /** Until when the server asked to be left alone, by the ticker; null when it did not. */
  private @Nullable Long leftAloneUntil;

  /** Runs whose request is just being disposed: until then no new run may start. */
  private int stopping;

  PollLoop(
      Function<Permit, Single<PollAnswer<T>>> poll,
      Predicate<? super T> isTerminal,
      PollPolicy policy,
      JobContext context,
      PollErrors<T> errors) {
    this.poll = poll;
    this.isTerminal = isTerminal;
    this.policy = policy;
    this.context = context;
    this.errors = errors;
  }

  /**
   * Every value, up to and with the terminal one. Signals come on the threads of timer and poll.
   */
  Observable<T> values() {
    return events().filter(PollEvent::isValue).map(PollEvent::value);
  }

  /** Every value and every answer that was borne, up to and with the terminal value. */
  Observable<PollEvent<T>> events() {
    return new Events();
  }

  /**
   * Stops the run and ends all subscribers, and those to come, with {@link PollErrors#closed()}. A
   * terminal value or fatal error that is kept stays as it is.
   */
  void close() {
    Throwable error = errors.closed();
    Notification<PollEvent<T>> closed = Notification.createOnError(error);
    List<PollWatcher<T>> told;
    PollRun<T> stopped;
    synchronized (this) {
      if (!kept.isEmpty()) {
        return;
      }
      kept = Collections.singletonList(closed);
      stopped = run;
      run = null;
      told = offer(closed);
      watchers = Collections.emptyList();
    }
    try {
      if (stopped != null) {
        stopped.stop();
      }
    } finally {
      tell(told, error);
    }
  }

  private void enter(Observer<? super PollEvent<T>> observer) {
    PollWatcher<T> watcher = new PollWatcher<>(this, observer);
    observer.onSubscribe(watcher);
    PollRun<T> toStart = null;
    synchronized (this) {
      if (watcher.isDisposed()) {
        return;
      }
      if (kept.isEmpty()) {
        watchers = with(watcher);
        if (run == null) {
          run = new PollRun<>(this);
          latest = null;
          toStart = stopping == 0 ? run : null;
        } else if (latest != null) {
          watcher.offer(Notification.createOnNext(latest));
        }
      } else {
        for (Notification<PollEvent<T>> signal : kept) {
          watcher.offer(signal);
        }
      }
    }
    if (toStart != null) {
      toStart.start();
    }
    watcher.drain();
  }

  void leave(PollWatcher<T> watcher) {
    PollRun<T> stopped;
    synchronized (this) {
      if (!watchers.contains(watcher)) {
        return;
      }
      watchers = without(watcher);
      if (!watchers.isEmpty() || run == null) {
        return;
      }
      stopped = run;
      run = null;
      stopping++;
    }
    try {
      stopped.stop();
    } finally {
      PollRun<T> toStart;
      synchronized (this) {
        stopping--;
        toStart = stopping == 0 ? run : null;
      }
      if (toStart != null) {
        toStart.start();
      }
    }
  }

  /**
   * Queues an event of a run for all; the run drains afterwards. Nobody, if the run was stopped.
   */
  synchronized List<PollWatcher<T>> offer(PollRun<T> from, PollEvent<T> event) {
    if (run != from) {
      return Collections.emptyList();
    }
    if (event.isValue()) {
      latest = event;
    }
    return offer(Notification.createOnNext(event));
  }

  /** Keeps a Retry-After for runs to come: whoever comes back early must not undercut it. */
  synchronized void leaveAlone(long nanos) {
    leftAloneUntil = nanos == 0 ? null : Long.valueOf(context.ticker.nanos() + nanos);
  }

  /** For how long the server is still to be left alone, in nanoseconds; 0 when it is not. */
  synchronized long leftAloneNanos() {
    return leftAloneUntil == null ? 0 : Math.max(0, leftAloneUntil - context.ticker.nanos());
  }

  /** Ends a run with the terminal value, which is kept. */
  void complete(PollRun<T> from, PollEvent<T> terminal) {
    drain(
        end(
            from,
            Arrays.asList(
                Notification.createOnNext(terminal), Notification.<PollEvent<T>>createOnComplete()),
            true));
  }

  /** Ends a run with an error. */
  void fail(PollRun<T> from, Throwable error, boolean keep) {
    Throwable typed = errors.typed(error);
    tell(end(from, Collections.singletonList(Notification.createOnError(typed)), keep), typed);
  }

  /** Queues the end for those who watch the run, if it is still watched. */
  private synchronized List<PollWatcher<T>> end(
      PollRun<T> from, List<Notification<PollEvent<T>>> signals, boolean keep) {
    List<PollWatcher<T>> told = Collections.emptyList();
    if (run != from) {
      return told;
    }
    run = null;
    if (keep) {
      kept = signals;
    }
    for (Notification<PollEvent<T>> signal : signals) {
      told = offer(signal);
    }
    watchers = Collections.emptyList();
    return told;
  }

  private void tell(List<PollWatcher<T>> told, Throwable error) {
    if (!told.isEmpty()) {
      errors.failed(error);
    }
    drain(told);
  }

  private List<PollWatcher<T>> offer(Notification<PollEvent<T>> signal) {
    for (PollWatcher<T> watcher : watchers) {
      watcher.offer(signal);
    }
    return watchers;
  }

  private List<PollWatcher<T>> with(PollWatcher<T> watcher) {
    if (watchers.isEmpty()) {
      return Collections.singletonList(watcher);
    }
    List<PollWatcher<T>> more = new ArrayList<>(watchers);
    more.add(watcher);
    return Collections.unmodifiableList(more);
  }

  private List<PollWatcher<T>> without(PollWatcher<T> watcher) {
    if (watchers.size() == 1) {
      return Collections.emptyList();
    }
    List<PollWatcher<T>> others = new ArrayList<>(watchers);
    others.remove(watcher);
    return Collections.unmodifiableList(others);
  }

  static <T> void drain(List<PollWatcher<T>> told) {
    for (PollWatcher<T> watcher : told) {
      watcher.drain();
    }
  }

  private final class Events extends Observable<PollEvent<T>> {
    @Override
    protected void subscribeActual(Observer<? super PollEvent<T>> observer) {
      enter(observer);
    }
  }
}
