package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One subscriber to one view in a {@link JobSchedule}, with a habit, and what it may see. */
final class JobScheduleWatcher implements Observer<Object> {
  private enum Habit {
    STAYS,
    LEAVES_AT_ONCE,
    LEAVES_IN_ON_NEXT,
    BRINGS_ANOTHER,
    HANDS_OVER,
    COMES_BACK,
    CLOSES
  }

  private enum View {
    STATUSES,
    RESULT,
    TOKEN,
    EVENTS
  }

  private final JobSchedule schedule;
  private final JobScheduleService service;
  private final int number;
  private final Habit habit;
  private final View view;
  private final List<Object> seen = new ArrayList<>();
  private @Nullable Disposable upstream;
  private boolean left;
  private boolean ended;
  private boolean complete;

  JobScheduleWatcher(JobSchedule schedule, int number) {
    this.schedule = schedule;
    this.number = number;
    service = schedule.service;
    Habit[] habits = Habit.values();
    int drawn = schedule.random.nextInt(40);
    habit = drawn < habits.length ? habits[drawn] : Habit.STAYS;
    view = View.values()[schedule.random.nextInt(View.values().length)];
  }

  void enter() {
    schedule.watchers.add(this);
    schedule.note("enter ", number, " ", view);
    switch (view) {
      case STATUSES:
        schedule.job.statuses().cast(Object.class).subscribe(this);
        break;
      case RESULT:
        schedule.job.result().cast(Object.class).toObservable().subscribe(this);
        break;
      case TOKEN:
        schedule.job.token().cast(Object.class).toObservable().subscribe(this);
        break;
      default:
        schedule.job.events().cast(Object.class).subscribe(this);
    }
  }

  boolean isActive() {
    return !left && !ended;
  }

  /** Whether its view is one that polls. */
  boolean polls() {
    return view != View.TOKEN;
  }

  void leave() {
    if (isActive()) {
      schedule.note("leave ", number);
      left = true;
      if (upstream != null) {
        upstream.dispose();
      }
    }
  }

  @Override
  public void onSubscribe(Disposable d) {
    upstream = d;
    if (habit == Habit.LEAVES_AT_ONCE || left) {
      leave();
      d.dispose();
      return;
    }
    long longest = polls() ? schedule.longestStream() : schedule.longestSubmission();
    // Behind whatever else happens in the last millisecond.
    schedule.time.scheduleDirect(
        () -> schedule.time.scheduleDirect(this::checkEnded, 1, MILLISECONDS),
        longest,
        MILLISECONDS);
    schedule.probe("onSubscribe");
  }

  private void checkEnded() {
    schedule.check(!isActive(), number, " goes on beyond its deadline");
  }

  @Override
  public void onNext(Object item) {
    schedule.check(isActive(), number, " was called after its end");
    schedule.note(number, " sees ", words(item));
    if (item instanceof JobEvent) {
      checkOrder(((JobEvent) item).kind());
    }
    if (!(item instanceof JobEvent.Upload)) {
      schedule.check(service.hookDone, number, " heard of the acceptance before the hook ended");
    }
    seen.add(item);
    schedule.probe("onNext");
    if (!isActive()) {
      return;
    }
    switch (habit) {
      case LEAVES_IN_ON_NEXT:
        leave();
        break;
      case BRINGS_ANOTHER:
        bringAnother();
        break;
      case HANDS_OVER:
        bringAnother();
        leave();
        break;
      case CLOSES:
        schedule.close();
        break;
      default:
    }
  }

  /** Uploads, then the acceptance, once, then polls. */
  private void checkOrder(JobEvent.Kind kind) {
    boolean was = seen.stream().anyMatch(JobEvent.Accepted.class::isInstance);
    boolean polled = kind == JobEvent.Kind.POLL || kind == JobEvent.Kind.BAD_POLL;
    schedule.check(was == polled, number, " saw ", kind, " after ", seen);
  }

  private static Object words(Object item) {
    if (item instanceof ProcessorStatus) {
      return ((ProcessorStatus) item).status();
    }
    return item instanceof JobEvent ? ((JobEvent) item).kind() : item.getClass().getSimpleName();
  }

  private void bringAnother() {
    if (schedule.watchers.size() < 60) {
      new JobScheduleWatcher(schedule, schedule.watchers.size()).enter();
    }
  }

  @Override
  public void onComplete() {
    complete = true;
    ended("complete");
  }

  @Override
  public void onError(Throwable error) {
    ended(error.getClass().getSimpleName());
    schedule.check(error instanceof DatalabException, number, " got an untyped ", error);
    DatalabException typed = (DatalabException) error;
    // Otherwise more may have happened between the making of the error and its arrival.
    if (schedule.inline && !schedule.cameBackNow()) {
      checkState(typed);
    }
    if (habit == Habit.COMES_BACK) {
      schedule.comesBack();
      bringAnother();
    }
  }

  /** The error says what is true about the submission, and carries the token where there is one. */
  private void checkState(DatalabException error) {
    SubmissionState truth = SubmissionState.NOT_SENT;
    if (service.accepted || service.untrusted) {
      truth = SubmissionState.ACCEPTED;
    } else {
      for (JobScheduleTry each : service.tries) {
        SubmitOutcome told = each.told;
        DatalabException last = told == null ? null : told.error();
        if (last != null && last.submission() == SubmissionState.REFUSED) {
          truth = SubmissionState.REFUSED;
        } else if (each.mayBeAccepted()) {
          truth = SubmissionState.UNKNOWN;
        }
      }
    }
    schedule.check(error.submission() == truth, number, " is told ", error, ", but it is ", truth);
    String token = service.accepted ? JobFixture.TOKEN.toString() : null;
    schedule.check(Objects.equals(error.token(), token), number, " misses the token");
  }

  private void ended(String how) {
    schedule.check(isActive(), number, " was ended twice, or after it left");
    schedule.note(number, " ends: ", how);
    schedule.ends.add(how);
    ended = true;
    schedule.probe("end");
  }

  // At the end of all

  void checkAll() {
    List<ProcessorStatus> statuses = new ArrayList<>();
    for (Object item : seen) {
      if (item instanceof ProcessorStatus) {
        statuses.add((ProcessorStatus) item);
      } else if (item instanceof JobEvent.Poll) {
        statuses.add(((JobEvent.Poll) item).status());
      }
    }
    int from = statuses.isEmpty() ? 0 : service.answered.indexOf(statuses.get(0));
    schedule.check(
        from >= 0 && service.answered.subList(from, from + statuses.size()).equals(statuses),
        number,
        " saw a gap: ",
        statuses);
    if (complete) {
      checkComplete(statuses);
    }
  }

  private void checkComplete(List<ProcessorStatus> statuses) {
    switch (view) {
      case TOKEN:
        schedule.check(seen.size() == 1 && seen.get(0).equals(JobFixture.TOKEN.toString()), seen);
        break;
      case RESULT:
        schedule.check(seen.size() == 1 && service.kept == Statuses.COMPLETED, number, seen);
        break;
      default:
        ProcessorStatus last = statuses.get(statuses.size() - 1);
        schedule.check(last == service.kept, number, " completed with ", last);
    }
  }
}
