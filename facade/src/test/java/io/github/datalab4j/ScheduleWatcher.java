package io.github.datalab4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One subscriber in a {@link Schedule}, and what it ought to see. */
final class ScheduleWatcher extends RandomWatcher<String> {
  private final Schedule schedule;
  private final List<String> expected = new ArrayList<>();
  private @Nullable String end;
  private boolean nested;

  ScheduleWatcher(Schedule schedule) {
    super(schedule);
    this.schedule = schedule;
  }

  @Override
  void enter() {
    nested = !schedule.isActing();
    boolean first = schedule.activeWatchers() == 0;
    if (!first && schedule.latest != null) {
      expected.add(schedule.latest);
    }
    String kept = schedule.kept;
    boolean closed = schedule.closed;
    schedule.watchers.add(this);
    schedule.note("enter ", number);
    if (schedule.random.nextBoolean()) {
      schedule.loop.values().subscribe(this);
    } else {
      schedule
          .loop
          .events()
          .doOnNext(event -> schedule.check(event.number() > 0, "a number of ", event.number()))
          .filter(PollEvent::isValue)
          .map(PollEvent::value)
          .subscribe(this);
    }
    if (nested || hasLeft()) {
      return;
    }
    if (kept != null) {
      checkReplay(kept);
    } else if (closed) {
      schedule.check("closed".equals(end), number, " saw ", end, " after close");
    } else {
      schedule.check(seen.equals(expected), number, " saw ", seen, " first, not ", expected);
    }
  }

  private void checkReplay(String kept) {
    if (kept.startsWith("done")) {
      schedule.check(seen.equals(Collections.singletonList(kept)), "replayed: ", seen);
      schedule.check(Objects.equals(end, "complete"), "replayed: ", end);
    } else {
      schedule.check(seen.isEmpty() && kept.equals(end), "replayed: ", seen, " ", end);
    }
    expected.clear();
    expected.addAll(seen);
  }

  @Override
  void bring() {
    new ScheduleWatcher(schedule).enter();
  }

  @Override
  long longest() {
    return schedule.longestWatch();
  }

  /** A value is about to be emitted to all who are there. */
  void expect(String value) {
    if (isActive()) {
      expected.add(value);
    }
  }

  @Override
  void gone() {
    if (schedule.activeWatchers() == 0) {
      schedule.runEnded();
    }
  }

  @Override
  void check(String value) {
    schedule.note(number, " sees ", value);
  }

  @Override
  public void onError(Throwable e) {
    end = String.valueOf(e.getMessage());
    ended(end.replaceAll("\\W.*", ""));
    if (comesBack()) {
      bringAnother();
    }
  }

  @Override
  public void onComplete() {
    end = "complete";
    ended(end);
    schedule.check(seen.get(seen.size() - 1).startsWith("done"), "completed after ", seen);
  }

  /** What was seen is what the loop took, in order, without a gap. */
  @Override
  void checkAll() {
    int from = seen.isEmpty() ? 0 : schedule.answered.indexOf(seen.get(0));
    schedule.check(
        from >= 0 && schedule.answered.subList(from, from + seen.size()).equals(seen),
        number,
        " saw a gap: ",
        seen,
        " of ",
        schedule.answered);
    if (!nested && !hasLeft()) {
      schedule.check(seen.equals(expected), number, " saw ", seen, ", not ", expected);
    }
  }
}
