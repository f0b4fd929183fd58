package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A random life of what is tested, in virtual time, made from a seed alone: the same seed gives the
 * same trace. It knows what must be; a violation is an {@link AssertionError}.
 */
abstract class RandomSchedule<W extends RandomWatcher<?>> {
  final Random random;
  final TestScheduler time = new TestScheduler();
  final List<String> trace = new ArrayList<>();
  final List<String> violations = new ArrayList<>();
  final List<W> watchers = new ArrayList<>();

  /** The ways in which streams ended. */
  final Set<String> ends = new TreeSet<>();

  boolean closed;

  /** How many callouts there were, and at which of them all watchers leave. */
  int probes;

  private final int leaveAt;
  private final boolean traced;

  RandomSchedule(long seed, int leaveAt, boolean traced) {
    random = new Random(seed);
    this.leaveAt = leaveAt;
    this.traced = traced;
  }

  abstract void run();

  abstract void close();

  void note(Object... what) {
    if (traced) {
      trace.add(time.now(MILLISECONDS) + " " + joined(what));
    }
  }

  /** A moment in which somebody is called: the place to leave at. */
  void probe(String where) {
    if (probes++ == leaveAt) {
      note("all leave at ", where);
      allLeave();
    }
  }

  void allLeave() {
    new ArrayList<>(watchers).forEach(RandomWatcher::leave);
  }

  int activeWatchers() {
    int active = 0;
    for (W watcher : watchers) {
      active += watcher.isActive() ? 1 : 0;
    }
    return active;
  }

  void check(boolean condition, Object... message) {
    if (!condition) {
      String text = joined(message);
      // Noted as well: within a callout the caller would take the error for one of the callee.
      violations.add(time.now(MILLISECONDS) + " " + text);
      throw new AssertionError(text);
    }
  }

  private static String joined(Object... parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      text.append(part);
    }
    return text.toString();
  }
}
