package io.github.datalab4j;

import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link PollLoop}, from its first subscriber to its end: wait, take a permit, ask,
 * judge the answer, wait again. There is one step at a time, and only who ends a step (its timer,
 * its upstream, or the stop of the run) goes on from there. All of it is here, as it is one state
 * machine under one lock.
 */
final class PollRun<T> {
  private static final long MOST_GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final PollLoop<T> loop;

  /** Between two steps, and after the stop, there is none. Guarded by this. */
  private @Nullable Step step;

  private boolean stopped; // guarded by this

  // Only touched by who goes on from a step, one at a time.
  private long startedAt;
  private long waitedNanos;
  private int tick;
  private int failures;
  private boolean lastLook;
  private @Nullable T last;
  private @Nullable Throwable lastBad;

  PollRun(PollLoop<T> loop) {
    this.loop = loop;
  }

  void start() {
    startedAt = loop.context.ticker.nanos();
    long asked = loop.leftAloneNanos();
    long deadlineNanos = loop.policy.deadline(TimeUnit.NANOSECONDS);
    if (asked > deadlineNanos) {
      long millis = TimeUnit.NANOSECONDS.toMillis(asked);
      loop.fail(this, loop.errors.retryAfterBeyondDeadline(millis, null), false);
      return;
    }
    long delay = Math.max(asked, loop.policy.firstDelay(TimeUnit.NANOSECONDS));
    lastLook = delay >= deadlineNanos;
    sleep(Math.min(delay, deadlineNanos));
  }

  /** Stops the timer, the wait for the budget and the request in flight. */
  void stop() {
    Step ended;
    synchronized (this) {
      stopped = true;
      ended = step;
      step = null;
    }
    if (ended != null) {
      ended.dispose();
    }
  }

  private void sleep(long nanos) {
    waitedNanos += nanos; // nobody asks for it before the timer fires
    schedule(begin(new Step(null)), nanos);
  }

  private void takePermit() {
    tick++;
    Step waiting = begin(new Step(this::expire));
    Permit permit = new Permit(loop.context.budget);
    permit.subscribe(new Grant(waiting, permit, loop.context.ticker.nanos()));
    // Most permits come at once; only for the others a timer is worth its memory.
    if (isCurrent(waiting)) {
      long remaining = loop.policy.deadline(TimeUnit.NANOSECONDS) - elapsedNanos();
      schedule(waiting, Math.max(lastLook ? graceNanos() : 0, remaining));
    }
  }

  /**
   * For the permit of the last look, as one of a budget of the user's own never comes at once. It
   * is of the time that the look itself may take beyond the deadline.
   */
  private long graceNanos() {
    return Math.min(MOST_GRACE_NANOS, loop.policy.pollTimeout(TimeUnit.NANOSECONDS) / 2);
  }

  private void expire() {
    loop.fail(this, loop.errors.deadlineExceeded(last, lastBad), false);
  }

  private void ask(Permit permit, long permitNanos) {
    Step asking = begin(new Asking(permit));
    long spent = lastLook ? Math.min(graceNanos(), permitNanos) : 0;
    schedule(asking, loop.policy.pollTimeout(TimeUnit.NANOSECONDS) - spent);
    try {
      Single<PollAnswer<T>> request = loop.poll.apply(permit);
      if (isCurrent(asking)) {
        // Released last: whoever leaves meanwhile leaves after the answer.
        Single.using(() -> permit, held -> request, Permit::release, false)
            .subscribe(new Answer(asking));
      } else {
        permit.release();
      }
    } catch (Throwable e) {
      permit.release();
      if (end(asking)) {
        asking.dispose();
        answered(PollAnswer.bad(e, 0));
      }
    }
  }

  private void timedOut(Permit permit) {
    long millis = loop.policy.pollTimeout(TimeUnit.MILLISECONDS);
    answered(
        PollAnswer.late(
            new InterruptedIOException("no answer to a poll within " + millis + " ms"),
            permit.call.head()));
  }

  /** The turning point of each tick, between two steps: nothing is running. */
  private void answered(PollAnswer<T> answer) {
    try {
      judge(answer);
    } catch (Throwable e) {
      // A policy or predicate of the user's own threw.
      loop.fail(this, e, false);
    }
  }

  private void judge(PollAnswer<T> answer) throws Throwable {
    // First: it holds for a run to come as well, should anything of the user's throw below.
    loop.leaveAlone(TimeUnit.MILLISECONDS.toNanos(answer.retryAfterMillis()));
    PollEvent<T> event;
    switch (answer.kind()) {
      case FATAL:
        loop.fail(this, answer.error(), true);
        return;
      case VALUE:
        failures = 0;
        last = answer.value();
        event = PollEvent.value(tick, answer.value());
        loop.errors.seen(event);
        if (loop.isTerminal.test(answer.value())) {
          loop.complete(this, event);
          return;
        }
        break;
      default:
        lastBad = answer.error();
        event = PollEvent.bad(tick, answer.error());
        loop.errors.seen(event);
        if (answer.kind() == PollAnswer.Kind.THROTTLED) {
          loop.context.budget.throttled(answer.retryAfterMillis(), TimeUnit.MILLISECONDS);
        } else {
          failures++;
        }
    }
    goOn(event, answer.retryAfterMillis());
  }

  private void goOn(PollEvent<T> event, long retryAfterMillis) {
    // First queued, so that nothing overtakes it; handed over when the next wait is set, so that
    // no observer delays or breaks the loop.
    List<PollWatcher<T>> told = loop.offer(this, event);
    try {
      long elapsed = elapsedNanos();
      long remaining = loop.policy.deadline(TimeUnit.NANOSECONDS) - elapsed;
      Throwable end = end(remaining, retryAfterMillis);
      if (end != null) {
        loop.fail(this, end, false);
        return;
      }
      long elapsedMillis = TimeUnit.NANOSECONDS.toMillis(elapsed);
      long wanted =
          Math.max(
              retryAfterMillis, loop.policy.delayMillis(tick, elapsedMillis, loop.context.random));
      long nanos = TimeUnit.MILLISECONDS.toNanos(wanted);
      lastLook = nanos >= remaining;
      sleep(Math.min(nanos, remaining));
    } finally {
      PollLoop.drain(told);
    }
  }

  private @Nullable Throwable end(long remaining, long retryAfterMillis) {
    if (failures > loop.policy.failuresBorne() && lastBad != null) {
      return loop.errors.tooManyFailures(failures, lastBad, last);
    }
    if (lastLook || remaining <= 0) {
      return loop.errors.deadlineExceeded(last, lastBad);
    }
    if (TimeUnit.MILLISECONDS.toNanos(retryAfterMillis) > remaining) {
      return loop.errors.retryAfterBeyondDeadline(retryAfterMillis, last);
    }
    return null;
  }

  private long elapsedNanos() {
    // The waits alone are a lower bound that holds for any virtual time as well.
    return Math.max(waitedNanos, loop.context.ticker.nanos() - startedAt);
  }

  /** Begins a step; it is over from the start if the run was stopped. */
  private synchronized Step begin(Step next) {
    step = stopped ? null : next;
    return next;
  }

  /** Whether the caller is the one who goes on from this step. */
  private synchronized boolean end(Step ended) {
    if (step != ended) {
      return false;
    }
    step = null;
    if (ended.fired && ended instanceof PollRun.Asking) {
      waitedNanos += loop.policy.pollTimeout(TimeUnit.NANOSECONDS);
    }
    return true;
  }

  private synchronized boolean isCurrent(Step asked) {
    return step == asked;
  }

  private void schedule(Step of, long nanos) {
    if (!isCurrent(of)) {
      return;
    }
    try {
      Disposable task = loop.context.timer.scheduleDirect(of, nanos, TimeUnit.NANOSECONDS);
      of.holdTimer(task);
      if (task.isDisposed()) {
        // If it has neither run nor been stopped, the scheduler takes no tasks any more.
        abandon(of, new RejectedExecutionException("the timer scheduler was shut down"));
      }
    } catch (Throwable e) {
      abandon(of, e);
    }
  }

  private void abandon(Step of, Throwable error) {
    if (end(of)) {
      of.dispose();
      loop.fail(this, error, false);
    }
  }

  /** What one step holds, and what its timer runs. */
  private class Step implements Runnable {
    private final @Nullable Runnable whenTimeIsUp; // null in the sleep, which all jobs are in
    private @Nullable Disposable timer;
    private @Nullable Disposable upstream;
    private boolean fired;

    Step(@Nullable Runnable whenTimeIsUp) {
      this.whenTimeIsUp = whenTimeIsUp;
    }

    @Override
    public void run() {
      letTimerGo();
      if (end(this)) {
        dispose();
        if (whenTimeIsUp == null) {
          takePermit();
        } else {
          whenTimeIsUp.run();
        }
      }
    }

    /** Disposing it would interrupt us. */
    final void letTimerGo() {
      synchronized (PollRun.this) {
        fired = true;
        timer = null;
      }
    }

    void holdTimer(Disposable task) {
      synchronized (PollRun.this) {
        if (fired) {
          return;
        }
        if (step == this) {
          timer = task;
          return;
        }
      }
      task.dispose();
    }

    void holdUpstream(Disposable source) {
      synchronized (PollRun.this) {
        if (step == this) {
          upstream = source;
          return;
        }
      }
      source.dispose();
    }

    void dispose() {
      Disposable task;
      Disposable source;
      synchronized (PollRun.this) {
        task = timer;
        source = upstream;
        timer = null;
        upstream = null;
      }
      // What a budget or a call of the user's own throws may not keep the run from its end.
      if (task != null) {
        Contained.run(task::dispose);
      }
      if (source != null) {
        Contained.run(source::dispose);
      }
    }

    /** The upstream ended by itself: it is let go, and its timer stopped. */
    boolean endedByUpstream() {
      if (!end(this)) {
        return false;
      }
      upstream = null;
      dispose();
      return true;
    }
  }

  /** The request. Where its answer has begun when the time is up, that may end it. */
  private final class Asking extends Step {
    private final Permit permit;

    Asking(Permit permit) {
      super(() -> timedOut(permit));
      this.permit = permit;
    }

    @Override
    public void run() {
      letTimerGo();
      Contained.run(permit.call::endByHead);
      super.run();
    }
  }

  private final class Grant implements CompletableObserver {
    private final Step of;
    private final Permit permit;
    private final long since;

    Grant(Step of, Permit permit, long since) {
      this.of = of;
      this.permit = permit;
      this.since = since;
    }

    @Override
    public void onSubscribe(Disposable source) {
      of.holdUpstream(source);
    }

    @Override
    public void onComplete() {
      if (of.endedByUpstream()) {
        ask(permit, loop.context.ticker.nanos() - since);
      } else {
        permit.release();
      }
    }

    @Override
    public void onError(Throwable error) {
      if (of.endedByUpstream()) {
        answered(PollAnswer.bad(error, 0));
      }
    }
  }

  private final class Answer implements SingleObserver<PollAnswer<T>> {
    private final Step of;

    Answer(Step of) {
      this.of = of;
    }

    @Override
    public void onSubscribe(Disposable source) {
      of.holdUpstream(source);
    }

    @Override
    public void onSuccess(PollAnswer<T> answer) {
      if (of.endedByUpstream()) {
        answered(answer);
      }
    }

    @Override
    public void onError(Throwable error) {
      if (of.endedByUpstream()) {
        answered(PollAnswer.bad(error, 0));
      }
    }
  }
}
