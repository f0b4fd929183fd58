package io.github.datalab4j;

import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A clock that only goes forward. {@link Scheduler#now} is the wall clock, which may jump; so real
 * schedulers are timed by {@link System#nanoTime}, and only virtual time by its scheduler.
 */
final class Ticker {
  private final @Nullable Scheduler virtual;

  private Ticker(@Nullable Scheduler virtual) {
    this.virtual = virtual;
  }

  static Ticker of(Scheduler scheduler) {
    return new Ticker(scheduler instanceof TestScheduler ? scheduler : null);
  }

  /** Only differences have a meaning. */
  long nanos() {
    return virtual == null ? System.nanoTime() : virtual.now(TimeUnit.NANOSECONDS);
  }
}
