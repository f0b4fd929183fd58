package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.datalab4j.PollLoopFixture.LoopErrors;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A random life of one {@link PollLoop}, made from a seed alone: its policy and budget, what each
 * request answers and when, who comes and goes. It keeps a model of what must be, and a violation
 * is an {@link AssertionError}. The same seed gives the same trace.
 */
final class Schedule extends RandomSchedule<ScheduleWatcher> {
  final PollPolicy policy;
  final PollLoop<String> loop;

  /** The values that the loop took, in order. */
  final List<String> answered = new ArrayList<>();

  /** The latest value of the run that is on, if one is on. */
  @Nullable String latest;

  /** The terminal value, or the message of the fatal error: after this, no request is made. */
  @Nullable String kept;

  private final RequestBudget budget;
  private final double terminalShare;
  private final double faultShare;
  private final double stallShare;
  private int sent;
  private int inFlight;
  private int permits;
  private int held;
  private int throttlesDue;
  private int throttlesTold;
  private int breaks;
  private int breaksAtAnswer;
  private long notBefore;
  private boolean acting;

  Schedule(long seed, int leaveAt, boolean traced) {
    super(seed, leaveAt, traced);
    policy = RandomPolicy.of(random);
    terminalShare = random.nextDouble() * 0.2;
    faultShare = random.nextDouble() * 0.6;
    stallShare = random.nextInt(4) == 0 ? 0.3 : 0.02;
    budget = new ScheduleBudget(randomBudget());
    loop =
        PollLoopFixture.loop(
            permit -> poll(),
            value -> value.startsWith("done"),
            policy,
            budget,
            time,
            new Random(seed),
            new ScheduleErrors());
  }

  // What happens

  @Override
  void run() {
    int actions = 5 + random.nextInt(30);
    for (int i = 0; i < actions; i++) {
      acting = true;
      act(random.nextInt(20));
      acting = false;
      checkQuiet();
      long step = random.nextInt(4) == 0 ? 0 : random.nextInt(8000);
      time.advanceTimeBy(step, MILLISECONDS);
      checkQuiet();
    }
    // Each watch ends in time, but who ends may bring another.
    while (activeWatchers() > 0) {
      int had = watchers.size();
      time.advanceTimeBy(longestWatch() + 1, MILLISECONDS);
      check(activeWatchers() == 0 || watchers.size() > had, "a watch did not end");
    }
    int before = sent;
    time.advanceTimeBy(1, TimeUnit.DAYS);
    check(sent == before, "a request after the last watcher left");
    check(held == 0, held, " permits are held at the end");
    check(throttlesTold == throttlesDue, "the budget was told of ", throttlesTold, " 429s");
    watchers.forEach(ScheduleWatcher::checkAll);
  }

  private void act(int what) {
    if (what < 9) {
      new ScheduleWatcher(this).enter();
    } else if (what < 14 && !watchers.isEmpty()) {
      watchers.get(random.nextInt(watchers.size())).leave();
    } else if (what == 14) {
      allLeave();
    } else if (what == 15 && random.nextInt(10) == 0) {
      close();
    }
  }

  @Override
  void close() {
    note("close");
    closed = true;
    runEnded();
    loop.close();
  }

  long longestWatch() {
    return policy.deadline(MILLISECONDS) + policy.pollTimeout(MILLISECONDS);
  }

  private RequestBudget randomBudget() {
    int kind = random.nextInt(5);
    return kind == 0
        ? new MemoryBudget(1 + random.nextInt(200), time)
        : new MoodyBudget(kind < 3, random, time);
  }

  // The server

  private Single<PollAnswer<String>> poll() {
    probe("poll");
    if (random.nextInt(50) == 0) {
      throw new IllegalStateException("the supplier");
    }
    return new Request();
  }

  private PollAnswer<String> randomAnswer() {
    long retryAfter = random.nextInt(6) == 0 ? random.nextInt(20_000) - 100 : 0;
    if (random.nextInt(300) == 0) {
      retryAfter = Long.MAX_VALUE;
    }
    if (random.nextDouble() < terminalShare) {
      return PollAnswer.value("done " + sent, retryAfter);
    }
    if (random.nextDouble() < faultShare) {
      IOException error = new IOException("fault " + sent);
      switch (random.nextInt(20)) {
        case 0:
          return PollAnswer.fatal(error);
        case 1:
        case 2:
        case 3:
        case 4:
          return PollAnswer.throttled(error, retryAfter);
        default:
          return PollAnswer.bad(error, retryAfter);
      }
    }
    return PollAnswer.value("value " + sent, retryAfter);
  }

  /** One request: it may stall, answer at once or later, or answer after it was disposed. */
  private final class Request extends Single<PollAnswer<String>> implements Disposable {
    private boolean over;

    @Override
    protected void subscribeActual(SingleObserver<? super PollAnswer<String>> observer) {
      observer.onSubscribe(this);
      if (over) {
        return; // as Retrofit does: nothing is sent
      }
      sent++;
      note("sent ", sent);
      check(++inFlight == 1, inFlight, " requests in flight");
      check(activeWatchers() > 0, "a request without a watcher");
      check(kept == null && !closed, "a request after the end");
      check(held == 1, held, " permits held by a request");
      check(permits == sent, permits, " permits for ", sent, " requests");
      check(
          breaks != breaksAtAnswer || time.now(MILLISECONDS) >= notBefore, "Retry-After undercut");
      probe("sent");
      if (random.nextDouble() < stallShare) {
        return;
      }
      boolean rude = random.nextInt(5) == 0;
      PollAnswer<String> answer = randomAnswer();
      long delay = random.nextInt(3) == 0 ? -1 : random.nextInt(3000);
      if (delay < 0) {
        answer(observer, answer, rude);
      } else {
        time.scheduleDirect(() -> answer(observer, answer, rude), delay, MILLISECONDS);
      }
    }

    private void answer(
        SingleObserver<? super PollAnswer<String>> observer,
        PollAnswer<String> answer,
        boolean rude) {
      boolean late = over;
      if (late && !rude) {
        return;
      }
      dispose();
      if (!late) {
        take(answer);
      }
      boolean signal = answer.kind() == PollAnswer.Kind.BAD && answer.retryAfterMillis() == 0;
      if (signal && random.nextBoolean()) {
        observer.onError(answer.error());
      } else {
        observer.onSuccess(answer);
      }
    }

    @Override
    public void dispose() {
      if (!over) {
        over = true;
        inFlight--;
      }
    }

    @Override
    public boolean isDisposed() {
      return over;
    }
  }

  /** The model's half of an answer that the loop must take. */
  private void take(PollAnswer<String> answer) {
    note("answer ", answer);
    breaksAtAnswer = breaks;
    long now = time.now(MILLISECONDS);
    notBefore = now + Math.min(answer.retryAfterMillis(), TimeUnit.DAYS.toMillis(99));
    switch (answer.kind()) {
      case VALUE:
        String value = answer.value();
        answered.add(value);
        latest = value;
        watchers.forEach(watcher -> watcher.expect(value));
        if (value.startsWith("done")) {
          kept = value;
        }
        break;
      case FATAL:
        kept = answer.error().getMessage();
        break;
      case THROTTLED:
        throttlesDue++;
        break;
      default:
    }
  }

  // The budget

  private final class ScheduleBudget implements RequestBudget {
    private final RequestBudget real;

    ScheduleBudget(RequestBudget real) {
      this.real = real;
    }

    @Override
    public Completable acquire() {
      probe("acquire");
      permits = sent; // those that were granted to one who had left, or was cut off, are lost
      return real.acquire()
          .doOnComplete(
              () -> {
                permits = sent + 1;
                held++;
              });
    }

    @Override
    public void release() {
      held--;
      real.release();
      probe("release");
    }

    @Override
    public void throttled(long retryAfter, TimeUnit unit) {
      throttlesTold++;
      real.throttled(retryAfter, unit);
      probe("throttled");
    }
  }

  private final class ScheduleErrors implements PollErrors<String> {
    private final LoopErrors errors = new LoopErrors();

    @Override
    public Throwable typed(Throwable error) {
      if (error instanceof IllegalStateException) {
        runEnded(); // the policy threw
      }
      return error;
    }

    @Override
    public Throwable deadlineExceeded(@Nullable String last, @Nullable Throwable lastBad) {
      runEnded();
      return errors.deadlineExceeded(last, lastBad);
    }

    @Override
    public Throwable tooManyFailures(int inARow, Throwable lastBad, @Nullable String last) {
      runEnded();
      return errors.tooManyFailures(inARow, lastBad, last);
    }

    @Override
    public Throwable retryAfterBeyondDeadline(long retryAfterMillis, @Nullable String last) {
      runEnded();
      return errors.retryAfterBeyondDeadline(retryAfterMillis, last);
    }

    @Override
    public Throwable closed() {
      return errors.closed();
    }
  }

  // The model

  /** The run is over: the next watcher starts a new one, without a value of the old. */
  void runEnded() {
    breaks++;
    latest = null;
  }

  boolean isActing() {
    return acting;
  }

  private void checkQuiet() {
    check(activeWatchers() > 0 || inFlight == 0, "a request in flight without a watcher");
  }
}
