package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One subscriber in a {@link RandomSchedule}, with a habit of its own. */
abstract class RandomWatcher<T> implements Observer<T> {
  private static final int MOST = 60;

  private enum Habit {
    STAYS,
    LEAVES_AT_ONCE,
    LEAVES_IN_ON_NEXT,
    BRINGS_ANOTHER,
    HANDS_OVER,
    COMES_BACK,
    CLOSES
  }

  final int number;
  final List<T> seen = new ArrayList<>();
  private final RandomSchedule<?> schedule;
  private final Habit habit;
  private @Nullable Disposable upstream;
  private boolean left;
  private boolean ended;

  RandomWatcher(RandomSchedule<?> schedule) {
    this.schedule = schedule;
    number = schedule.watchers.size();
    Habit[] habits = Habit.values();
    int drawn = schedule.random.nextInt(40);
    habit = drawn < habits.length ? habits[drawn] : Habit.STAYS;
  }

  /** Subscribes. */
  abstract void enter();

  /** Another one enters. */
  abstract void bring();

  /** How long its stream may take, in milliseconds. */
  abstract long longest();

  /** An item, before it is one of those that were seen. */
  abstract void check(T item);

  /** It has just left. */
  void gone() {}

  /** What it saw is right, at the end of all. */
  abstract void checkAll();

  boolean isActive() {
    return !left && !ended;
  }

  boolean hasLeft() {
    return left;
  }

  void leave() {
    if (isActive()) {
      schedule.note("leave ", number);
      left = true;
      gone();
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
    // Behind whatever else happens in the last millisecond.
    schedule.time.scheduleDirect(
        () -> schedule.time.scheduleDirect(this::checkEnded, 1, MILLISECONDS),
        longest(),
        MILLISECONDS);
    schedule.probe("onSubscribe");
  }

  private void checkEnded() {
    schedule.check(!isActive(), number, " goes on beyond its deadline");
  }

  @Override
  public void onNext(T item) {
    schedule.check(isActive(), number, " was called after its end");
    check(item);
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

  /** Called by the subclass when its stream has ended. */
  void ended(String how) {
    schedule.check(isActive(), number, " was ended twice, or after it left");
    schedule.note(number, " ends: ", how);
    schedule.ends.add(how);
    ended = true;
    schedule.probe("end");
  }

  boolean comesBack() {
    return habit == Habit.COMES_BACK;
  }

  void bringAnother() {
    if (schedule.watchers.size() < MOST) {
      bring();
    }
  }
}
