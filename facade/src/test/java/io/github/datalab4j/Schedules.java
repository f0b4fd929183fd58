package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.rule.NothingLeft;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Thousands of random schedules of one kind. A failure names its seed; {@code
 * -Ddatalab4j.schedules=100000} runs more of them, {@code -Ddatalab4j.seed=N} starts at another.
 */
final class Schedules<S extends RandomSchedule<?>> {
  private static final int COUNT = Integer.getInteger("datalab4j.schedules", 10_000);
  private static final long FIRST = Long.getLong("datalab4j.seed", 0);
  private static final int NEVER = -1;

  private final Maker<S> maker;

  Schedules(Maker<S> maker) {
    this.maker = maker;
  }

  /**
   * Runs them all. They are worth something only if they reach every way in which a stream may end.
   */
  void runAll(String endsReached) {
    Set<String> ends = new TreeSet<>();
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      ends.addAll(run(seed, NEVER, false).ends);
    }
    if (COUNT >= 10_000) {
      assertEquals(endsReached, ends.toString());
    }
  }

  /** Runs some of them once for each callout, at which all leave. */
  void leaveAtAnyPoint() {
    for (long seed = FIRST; seed < FIRST + COUNT / 100; seed++) {
      int points = run(seed, NEVER, false).probes;
      for (int point = 0; point < points; point++) {
        run(seed, point, false);
      }
    }
  }

  /** Runs some of them twice. */
  void assertTracesAreTheSame() {
    for (long seed = FIRST; seed < FIRST + COUNT / 50; seed++) {
      List<String> trace = run(seed, NEVER, true).trace;
      assertEquals(trace, run(seed, NEVER, true).trace);
    }
  }

  private S run(long seed, int leaveAt, boolean traced) {
    S schedule = maker.make(seed, leaveAt, traced);
    try {
      schedule.run();
      assertEquals(Collections.emptyList(), NothingLeft.takeUndelivered(), "undelivered");
      assertEquals(Collections.emptyList(), schedule.violations, "violations");
    } catch (AssertionError | RuntimeException e) {
      String where = "seed " + seed + ", leaving at " + leaveAt + ": " + e.getMessage();
      throw new AssertionError(where + "\n" + traceOf(seed, leaveAt), e);
    }
    return schedule;
  }

  /** The same once more, in words. */
  private String traceOf(long seed, int leaveAt) {
    S schedule = maker.make(seed, leaveAt, true);
    try {
      schedule.run();
    } catch (AssertionError | RuntimeException e) {
      schedule.note(e);
    }
    return schedule.violations + "\n" + String.join("\n", schedule.trace);
  }

  interface Maker<S> {
    S make(long seed, int leaveAt, boolean traced);
  }
}
