package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.rule.NothingLeft;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random lives of the loop in virtual time. A failure names its seed; {@code
 * -Ddatalab4j.schedules=100000} runs more of them, {@code -Ddatalab4j.seed=N} starts at another.
 */
class PollLoopScheduleTest {
  private static final int COUNT = Integer.getInteger("datalab4j.schedules", 10_000);
  private static final long FIRST = Long.getLong("datalab4j.seed", 0);
  private static final int NEVER = -1;

  @Test
  void noScheduleBreaksAPromise() {
    Set<String> ends = new TreeSet<>();
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      for (String line : run(seed, NEVER).trace) {
        int at = line.indexOf(" ends: ");
        if (at >= 0) {
          ends.add(line.substring(at + 7).replaceAll("\\W.*", ""));
        }
      }
    }
    // The schedules are worth something only if they reach every way in which a watch may end.
    if (COUNT >= 10_000) {
      assertEquals(
          "[closed, complete, deadlineExceeded, fault, retryAfterBeyondDeadline,"
              + " the, tooManyFailures]",
          ends.toString());
    }
  }

  @Test
  void leavingAtAnyPointBreaksNoPromise() {
    for (long seed = FIRST; seed < FIRST + COUNT / 100; seed++) {
      int points = run(seed, NEVER).probes;
      for (int point = 0; point < points; point++) {
        run(seed, point);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameTrace() {
    for (long seed = FIRST; seed < FIRST + COUNT / 50; seed++) {
      List<String> trace = run(seed, NEVER).trace;
      assertEquals(trace, run(seed, NEVER).trace);
    }
  }

  private static Schedule run(long seed, int leaveAt) {
    Schedule schedule = new Schedule(seed, leaveAt);
    try {
      schedule.run();
      assertEquals(Collections.emptyList(), NothingLeft.takeUndelivered(), "undelivered");
      assertEquals(Collections.emptyList(), schedule.violations, "violations");
    } catch (AssertionError | RuntimeException e) {
      String where = "seed " + seed + ", leaving at " + leaveAt + ": " + e.getMessage();
      throw new AssertionError(where + "\n" + String.join("\n", schedule.trace), e);
    }
    return schedule;
  }
}
