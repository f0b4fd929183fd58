package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random lives of a whole job in virtual time: submission, hook, watch, close, a wall
 * clock that jumps. A failure names its seed; {@code -Ddatalab4j.schedules=100000} runs more of
 * them, {@code -Ddatalab4j.seed=N} starts at another.
 */
class JobScheduleTest {
  private static final int COUNT = Integer.getInteger("datalab4j.schedules", 10_000);
  private static final long FIRST = Long.getLong("datalab4j.seed", 0);
  private static final int NEVER = -1;

  @Test
  void noScheduleBreaksAPromise() {
    Set<String> ends = new TreeSet<>();
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      ends.addAll(run(seed, NEVER, false).ends);
    }
    // The schedules are worth something only if they reach every way in which a stream may end.
    if (COUNT >= 10_000) {
      assertEquals(
          "[ClientClosedException, DeadlineExceededException, JobFailedException, NotSentException,"
              + " RequestRefusedException, ResponseNotUnderstoodException,"
              + " ServiceUnavailableException, SubmissionUnknownException, TokenHookException,"
              + " UnknownJobException, UntrustedAddressException, WatchFailedException, complete]",
          ends.toString());
    }
  }

  @Test
  void leavingAtAnyPointBreaksNoPromise() {
    for (long seed = FIRST; seed < FIRST + COUNT / 100; seed++) {
      int points = run(seed, NEVER, false).probes;
      for (int point = 0; point < points; point++) {
        run(seed, point, false);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameTrace() {
    for (long seed = FIRST; seed < FIRST + COUNT / 50; seed++) {
      List<String> trace = run(seed, NEVER, true).trace;
      assertEquals(trace, run(seed, NEVER, true).trace);
    }
  }

  private static JobSchedule run(long seed, int leaveAt, boolean traced) {
    JobSchedule schedule = new JobSchedule(seed, leaveAt, traced);
    List<Throwable> undelivered = new ArrayList<>();
    RxJavaPlugins.setErrorHandler(undelivered::add);
    try {
      schedule.run();
      assertEquals(Collections.emptyList(), undelivered, "undelivered");
      assertEquals(Collections.emptyList(), schedule.violations, "violations");
    } catch (AssertionError | RuntimeException e) {
      String where = "seed " + seed + ", leaving at " + leaveAt + ": " + e.getMessage();
      throw new AssertionError(where + "\n" + traceOf(seed, leaveAt), e);
    } finally {
      RxJavaPlugins.setErrorHandler(null);
    }
    return schedule;
  }

  /** The same once more, in words. */
  private static String traceOf(long seed, int leaveAt) {
    JobSchedule schedule = new JobSchedule(seed, leaveAt, true);
    try {
      schedule.run();
    } catch (AssertionError | RuntimeException e) {
      schedule.note(e);
    }
    return schedule.violations + "\n" + String.join("\n", schedule.trace);
  }
}
