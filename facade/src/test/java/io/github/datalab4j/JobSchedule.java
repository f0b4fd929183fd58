package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A random life of one {@link GenerationJob}, made from a seed alone: what becomes of its
 * submission, hook and polls, who comes to which of its views and goes, when it is closed, and how
 * the wall clock jumps. The {@link JobScheduleService} is the model of what must be.
 */
final class JobSchedule extends RandomSchedule<JobScheduleWatcher> {
  final JumpingTimer timer = new JumpingTimer(time);
  final PollPolicy policy;
  final long submitTimeoutMillis;

  /** Whether everything arrives at once, on the thread that brings it. */
  final boolean inline;

  final JobScheduleService service;
  final GenerationJob job;
  private long cameBackAt = -1;
  private final OpenWork open = new OpenWork();
  private final JobContext context;

  JobSchedule(long seed, int leaveAt, boolean traced) {
    super(seed, leaveAt, traced);
    policy = RandomPolicy.of(random);
    submitTimeoutMillis = 1L + random.nextInt(random.nextBoolean() ? 10_000 : 600_000);
    inline = random.nextInt(3) > 0;
    boolean resumed = random.nextInt(6) == 0;
    service = new JobScheduleService(this, resumed);
    Scheduler callbacks =
        new CallbackScheduler(inline ? Schedulers.trampoline() : time, time, Runnable::run);
    context =
        new JobContext(
            service.budget(),
            timer,
            Ticker.of(time),
            callbacks,
            new Random(seed),
            ContainedListener.NONE,
            submitTimeoutMillis);
    job =
        resumed
            ? GenerationJob.accepted(watch(JobFixture.TOKEN), callbacks)
            : GenerationJob.submitting(
                open.add(new Submission("cp_1", service, service::hook, context)),
                this::watch,
                callbacks);
  }

  private JobWatch watch(ResumeToken token) {
    return open.add(new JobWatch(token, service.polls(), policy, context));
  }

  // What happens

  @Override
  void run() {
    int actions = 5 + random.nextInt(30);
    for (int i = 0; i < actions; i++) {
      act(random.nextInt(20));
      checkQuiet();
      long step = random.nextInt(4) == 0 ? 0 : random.nextInt(8000);
      time.advanceTimeBy(step, MILLISECONDS);
      checkQuiet();
    }
    // Each stream ends in time, but who ends may bring another.
    while (activeWatchers() > 0) {
      int had = watchers.size();
      time.advanceTimeBy(longestStream() + 1, MILLISECONDS);
      check(activeWatchers() == 0 || watchers.size() > had, "a stream did not end");
    }
    time.advanceTimeBy(2 * submitTimeoutMillis + 1, MILLISECONDS); // what nobody waits for
    int before = service.requests();
    check(timer.pending() == 0, timer.pending(), " timers are left");
    time.advanceTimeBy(1, TimeUnit.DAYS);
    check(service.requests() == before, "a request after the last stream ended");
    service.checkNothingLeft();
    watchers.forEach(JobScheduleWatcher::checkAll);
  }

  private void act(int what) {
    if (what < 9) {
      new JobScheduleWatcher(this).enter();
    } else if (what < 13 && !watchers.isEmpty()) {
      watchers.get(random.nextInt(watchers.size())).leave();
    } else if (what == 13) {
      allLeave();
    } else if (what == 14 && random.nextInt(10) == 0) {
      close();
    } else if (what > 16) {
      timer.jump(TimeUnit.DAYS.toMillis(random.nextBoolean() ? 1 : -1));
    }
    if (!inline) {
      time.triggerActions();
    }
  }

  /** Somebody subscribes again while others are still to be told of the end. */
  void comesBack() {
    cameBackAt = time.now(MILLISECONDS);
  }

  boolean cameBackNow() {
    return cameBackAt == time.now(MILLISECONDS);
  }

  @Override
  void close() {
    note("close");
    closed = true;
    open.close();
  }

  /** The longest that any view may take, from its subscription on. */
  long longestStream() {
    return longestSubmission() + policy.deadline(MILLISECONDS) + policy.pollTimeout(MILLISECONDS);
  }

  /** To be answered, and for the hook. */
  long longestSubmission() {
    return 2 * submitTimeoutMillis;
  }

  private void checkQuiet() {
    int active = activeWatchers();
    if (closed) {
      check(active == 0, active, " streams go on after close");
    }
    if (active == 0) {
      service.checkQuiet();
    }
  }
}
