package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One subscriber in a {@link Schedule}, with a habit of its own, and what it ought to see. */
final class ScheduleWatcher implements Observer<String> {
  private enum Habit {
    STAYS,
    LEAVES_AT_ONCE,
    LEAVES_IN_ON_NEXT,
    BRINGS_ANOTHER,
    HANDS_OVER,
    COMES_BACK,
    CLOSES
  }

  private final Schedule schedule;
  private final int number;
  private final Habit habit;
  private final List<String> seen = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private @Nullable Disposable upstream;
  private @Nullable String end;
  private boolean left;
  private boolean nested;

  ScheduleWatcher(Schedule schedule, int number) {
    this.schedule = schedule;
    this.number = number;
    Habit[] habits = Habit.values();
    int drawn = schedule.random.nextInt(40);
    habit = drawn < habits.length ? habits[drawn] : Habit.STAYS;
  }

  void enter() {
    nested = !schedule.isActing();
    boolean first = schedule.activeWatchers() == 0;
    if (!first && schedule.latest != null) {
      expected.add(schedule.latest);
    }
    String kept = schedule.kept;
    boolean closed = schedule.closed;
    schedule.watchers.add(this);
    schedule.note("enter " + number);
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
    if (nested || left) {
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

  /** A value is about to be emitted to all who are there. */
  void expect(String value) {
    if (isActive()) {
      expected.add(value);
    }
  }

  boolean isActive() {
    return !left && end == null;
  }

  void leave() {
    if (isActive()) {
      schedule.note("leave " + number);
      left = true;
      if (schedule.activeWatchers() == 0) {
        schedule.runEnded();
      }
      if (upstream != null) {
        upstream.dispose();
      }
    }
  }

  /** What was seen is what the loop took, in order, without a gap. */
  void checkAll() {
    int from = seen.isEmpty() ? 0 : schedule.answered.indexOf(seen.get(0));
    schedule.check(
        from >= 0 && schedule.answered.subList(from, from + seen.size()).equals(seen),
        number,
        " saw a gap: ",
        seen,
        " of ",
        schedule.answered);
    if (!nested && !left) {
      schedule.check(seen.equals(expected), number, " saw ", seen, ", not ", expected);
    }
  }

  @Override
  public void onSubscribe(Disposable d) {
    upstream = d;
    if (habit == Habit.LEAVES_AT_ONCE || left) {
      leave();
      d.dispose();
    } else {
      schedule.time.scheduleDirect(this::checkEnded, schedule.longestWatch(), MILLISECONDS);
      schedule.probe("onSubscribe");
    }
  }

  private void checkEnded() {
    // Scheduled before what may still happen in this millisecond.
    schedule.time.scheduleDirect(
        () -> schedule.check(!isActive(), number, " watches beyond its deadline"), 1, MILLISECONDS);
  }

  @Override
  public void onNext(String value) {
    schedule.check(isActive(), number, " was called after its end");
    schedule.note(number + " sees " + value);
    seen.add(value);
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

  private void bringAnother() {
    if (schedule.watchers.size() < 60) {
      new ScheduleWatcher(schedule, schedule.watchers.size()).enter();
    }
  }

  @Override
  public void onError(Throwable e) {
    ended(String.valueOf(e.getMessage()));
    if (habit == Habit.COMES_BACK) {
      bringAnother();
    }
  }

  @Override
  public void onComplete() {
    ended("complete");
    schedule.check(seen.get(seen.size() - 1).startsWith("done"), "completed after ", seen);
  }

  private void ended(String how) {
    schedule.check(isActive(), number, " was ended twice, or after it left");
    schedule.note(number + " ends: " + how);
    end = how;
    schedule.probe("end");
  }
}
