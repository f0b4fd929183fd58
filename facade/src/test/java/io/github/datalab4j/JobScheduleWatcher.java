package io.github.datalab4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One subscriber to one view in a {@link JobSchedule}, and what it may see. */
final class JobScheduleWatcher extends RandomWatcher<Object> {
  private enum View {
    STATUSES,
    RESULT,
    TOKEN,
    EVENTS
  }

  private final JobSchedule schedule;
  private final JobScheduleService service;
  private final View view;
  private boolean complete;

  JobScheduleWatcher(JobSchedule schedule) {
    super(schedule);
    this.schedule = schedule;
    service = schedule.service;
    view = View.values()[schedule.random.nextInt(View.values().length)];
  }

  @Override
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

  @Override
  void bring() {
    new JobScheduleWatcher(schedule).enter();
  }

  @Override
  long longest() {
    return polls() ? schedule.longestStream() : schedule.longestSubmission();
  }

  /** Whether its view is one that polls. */
  boolean polls() {
    return view != View.TOKEN;
  }

  @Override
  void check(Object item) {
    schedule.note(number, " sees ", words(item));
    if (item instanceof JobEvent) {
      checkOrder(((JobEvent) item).kind());
    }
    if (!(item instanceof JobEvent.Upload)) {
      schedule.check(service.hookDone, number, " heard of the acceptance before the hook ended");
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
    if (comesBack()) {
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
    schedule.check(Objects.equals(error.token(), service.token), number, " misses the token");
    schedule.check(
        !(error instanceof UntrustedAddressException) || service.token == null || service.hookDone,
        number,
        " heard of the address before the hook ended");
  }

  // At the end of all

  @Override
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
