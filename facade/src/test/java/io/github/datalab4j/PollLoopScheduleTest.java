package io.github.datalab4j;

import org.junit.jupiter.api.Test;

/** Random lives of the loop: {@link Schedule}. */
class PollLoopScheduleTest {
  private final Schedules<Schedule> schedules = new Schedules<>(Schedule::new);

  @Test
  void noScheduleBreaksAPromise() {
    schedules.runAll(
        "[closed, complete, deadlineExceeded, fault, retryAfterBeyondDeadline, the,"
            + " tooManyFailures]");
  }

  @Test
  void leavingAtAnyPointBreaksNoPromise() {
    schedules.leaveAtAnyPoint();
  }

  @Test
  void theSameSeedGivesTheSameTrace() {
    schedules.assertTracesAreTheSame();
  }
}
