package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Action;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The service, the hook and the budget of a {@link JobSchedule}, each on its good and bad days, and
 * what is true about the job because of them.
 */
final class JobScheduleService implements Submission.Sender {
  final JobSchedule schedule;
  final Random random;
  final List<JobScheduleTry> tries = new ArrayList<>();

  /** The statuses that the job took, in order. */
  final List<ProcessorStatus> answered = new ArrayList<>();

  boolean accepted;

  /** Accepted, but under an address that cannot be used. */
  boolean untrusted;

  /** What resumes the job; null while it is not accepted, or if no key can be read. */
  @Nullable String token;

  boolean hookDone;
  int sendsInFlight;
  int pollsInFlight;

  /** The terminal status, or the fatal error: after it nothing is polled. */
  @Nullable Object kept;

  private final MoodyBudget moods;
  private final double terminalShare;
  private final double faultShare;
  private final double stallShare;
  private final boolean resumed;
  private boolean hookCalled;
  private final AtomicInteger hooks = new AtomicInteger();
  private final AtomicInteger waits = new AtomicInteger();
  private int granted;
  private int held;
  private int used;
  private int throttlesDue;
  private int throttlesTold;
  private long pollNotBefore;
  private long sendNotBefore;

  JobScheduleService(JobSchedule schedule, boolean resumed) {
    this.schedule = schedule;
    random = schedule.random;
    this.resumed = resumed;
    accepted = resumed;
    hookDone = resumed;
    token = resumed ? JobFixture.TOKEN.toString() : null;
    moods = new MoodyBudget(random.nextBoolean(), random, schedule.time);
    terminalShare = random.nextDouble() * 0.3;
    faultShare = random.nextDouble() * 0.6;
    stallShare = random.nextInt(4) == 0 ? 0.3 : 0.02;
  }

  boolean stalls() {
    return random.nextDouble() < stallShare;
  }

  /** Now, or later. */
  void soon(Runnable step) {
    if (random.nextInt(3) == 0) {
      step.run();
    } else {
      schedule.time.scheduleDirect(step, random.nextInt(3000), MILLISECONDS);
    }
  }

  int requests() {
    return used;
  }

  // The submission

  @Override
  public Single<SubmitOutcome> send(UploadWatch watch) {
    schedule.probe("send");
    if (random.nextInt(60) == 0) {
      throw new IllegalStateException("the sender");
    }
    return new JobScheduleTry(this, watch);
  }

  /** Called by each try to send, before it is one of {@link #tries}. */
  void checkMaySend() {
    schedule.note("sends ", tries.size());
    schedule.check(++sendsInFlight == 1, sendsInFlight, " submissions in flight");
    schedule.check(!accepted && !schedule.closed, "sent after the end");
    schedule.check(schedule.activeWatchers() > 0, "sent for nobody");
    for (JobScheduleTry earlier : tries) {
      schedule.check(!earlier.mayBeAccepted(), "sent twice");
    }
    schedule.check(schedule.time.now(MILLISECONDS) >= sendNotBefore, "Retry-After undercut");
    usePermit();
  }

  void acceptedUntil(long retryAfterMillis) {
    accepted = true;
    token = JobFixture.TOKEN.toString();
    pollNotBefore = now() + Math.min(retryAfterMillis, TimeUnit.DAYS.toMillis(99));
  }

  void untrusted(@Nullable String tokenOfKey) {
    untrusted = true;
    token = tokenOfKey;
  }

  void throttled() {
    throttlesDue++;
  }

  void leftAloneUntil(long retryAfterMillis) {
    sendNotBefore = now() + Math.min(retryAfterMillis, TimeUnit.DAYS.toMillis(99));
  }

  long retryAfter() {
    if (random.nextInt(100) == 0) {
      return Long.MAX_VALUE;
    }
    return random.nextInt(4) == 0 ? random.nextInt(20_000) : 0;
  }

  // The hook

  Completable hook(String told) {
    schedule.note("hook");
    schedule.check(told.equals(token), "hook told of ", told);
    schedule.check(!hookDone, "hook called too often");
    hookCalled = true;
    schedule.check(hooks.get() == 0, "two hooks at once");
    schedule.probe("hook");
    Completable work;
    switch (random.nextInt(8)) {
      case 0:
        work = Completable.never();
        break;
      case 1:
        work = Completable.error(new IOException("the store"));
        break;
      case 2:
        throw new IllegalStateException("the hook");
      case 3:
      case 4:
        work = Completable.timer(random.nextInt(4000), MILLISECONDS, schedule.time);
        break;
      default:
        work = Completable.complete();
    }
    return counted(hooks, work.doOnComplete(() -> hookDone = true));
  }

  // The polls

  Single<PollAnswer<ProcessorStatus>> polls() {
    return Single.defer(
        () -> {
          schedule.probe("poll");
          if (random.nextInt(50) == 0) {
            throw new IllegalStateException("the call");
          }
          return new JobSchedulePoll(this);
        });
  }

  void checkMayPoll() {
    schedule.note("polls");
    schedule.check(++pollsInFlight == 1, pollsInFlight, " polls in flight");
    schedule.check(accepted && hookDone, "polled before the acceptance, or the hook");
    schedule.check(kept == null && !schedule.closed, "polled after the end");
    boolean watched = false;
    for (JobScheduleWatcher watcher : schedule.watchers) {
      watched |= watcher.isActive() && watcher.polls();
    }
    schedule.check(watched, "polled for nobody");
    schedule.check(now() >= pollNotBefore, "Retry-After undercut");
    usePermit();
  }

  PollAnswer<ProcessorStatus> randomAnswer() {
    long retryAfter = random.nextInt(3) == 0 ? retryAfter() : 0;
    if (random.nextDouble() < terminalShare) {
      switch (random.nextInt(4)) {
        case 0:
          return PollAnswer.value(Statuses.FAILED, retryAfter);
        case 1:
          return PollAnswer.value(Statuses.of("completed", true, null), retryAfter);
        default:
          return PollAnswer.value(Statuses.COMPLETED, retryAfter);
      }
    }
    if (random.nextDouble() < faultShare) {
      Throwable error =
          random.nextBoolean() ? JobFixture.unavailable(503) : new IOException("broken");
      switch (random.nextInt(20)) {
        case 0:
          return PollAnswer.fatal(
              new UnknownJobException("gone", 404, JobFixture.notApplicable(), null));
        case 1:
        case 2:
        case 3:
        case 4:
          return PollAnswer.throttled(error, retryAfter);
        default:
          return PollAnswer.bad(error, retryAfter);
      }
    }
    return PollAnswer.value(Statuses.of("word " + answered.size(), null, null), retryAfter);
  }

  /** The model's half of an answer that the job must take. */
  void take(PollAnswer<ProcessorStatus> answer) {
    schedule.note("answer ", answer.kind(), " ", answer.retryAfterMillis());
    pollNotBefore = now() + Math.min(answer.retryAfterMillis(), TimeUnit.DAYS.toMillis(99));
    switch (answer.kind()) {
      case VALUE:
        answered.add(answer.value());
        if (answer.value().isTerminal()) {
          kept = answer.value();
        }
        break;
      case FATAL:
        kept = answer.error();
        break;
      case THROTTLED:
        throttlesDue++;
        break;
      default:
    }
  }

  // The budget

  RequestBudget budget() {
    RequestBudget real =
        random.nextInt(5) == 0
            ? new MemoryBudget(1 + random.nextInt(200), schedule.timer, Ticker.of(schedule.time))
            : moods;
    return new RequestBudget() {
      @Override
      public Completable acquire() {
        schedule.probe("acquire");
        return counted(waits, real.acquire().doOnComplete(this::granted));
      }

      private void granted() {
        granted++;
        held++;
      }

      @Override
      public void release() {
        held--;
        real.release();
        schedule.probe("release");
      }

      @Override
      public void throttled(long retryAfter, TimeUnit unit) {
        throttlesTold++;
        real.throttled(retryAfter, unit);
        schedule.probe("throttled");
      }
    };
  }

  /** How many of the work are under way: an end comes once, before whatever follows from it. */
  private static Completable counted(AtomicInteger count, Completable work) {
    return Completable.defer(
        () -> {
          count.incrementAndGet();
          AtomicBoolean over = new AtomicBoolean();
          Action end =
              () -> {
                if (over.compareAndSet(false, true)) {
                  count.decrementAndGet();
                }
              };
          return work.doOnTerminate(end).doOnDispose(end);
        });
  }

  private void usePermit() {
    schedule.check(held == sendsInFlight + pollsInFlight, held, " permits are held");
    schedule.check(++used <= granted, granted, " permits for ", used, " requests");
  }

  private long now() {
    return schedule.time.now(MILLISECONDS);
  }

  // What is under way

  /** Nobody is subscribed: only an answer that may be an acceptance, and its hook, are awaited. */
  void checkQuiet() {
    schedule.check(pollsInFlight == 0, "a poll in flight for nobody");
    boolean awaited = hooks.get() > 0;
    for (JobScheduleTry each : tries) {
      awaited |= each.isAwaited();
    }
    if (!awaited) {
      schedule.check(sendsInFlight == 0, "a submission in flight for nobody");
      schedule.check(waits.get() == 0, "a wait for the budget for nobody");
      schedule.check(held == 0, held, " permits held for nobody");
      int timers = schedule.timer.pending();
      schedule.check(timers == 0, timers, " timers set for nobody");
    }
  }

  void checkNothingLeft() {
    schedule.check(sendsInFlight == 0 && pollsInFlight == 0, "a request is in flight at the end");
    schedule.check(
        waits.get() == 0 && hooks.get() == 0, "a budget or hook is waited for at the end");
    schedule.check(held == 0, held, " permits are held at the end");
    schedule.check(token == null || resumed || hookCalled, "nobody was told of the job");
    schedule.check(throttlesTold == throttlesDue, throttlesTold, " of ", throttlesDue, " 429s");
    int mayBeAccepted = 0;
    for (JobScheduleTry each : tries) {
      mayBeAccepted += each.mayBeAccepted() ? 1 : 0;
    }
    schedule.check(mayBeAccepted <= 1, mayBeAccepted, " submissions that may be accepted");
  }
}
