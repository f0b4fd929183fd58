package io.github.datalab4j;

import org.junit.jupiter.api.Test;

/**
 * Random lives of a whole job: submission, hook, watch, close, a wall clock that jumps: {@link
 * JobSchedule}.
 */
class JobScheduleTest {
  private final Schedules<JobSchedule> schedules = new Schedules<>(JobSchedule::new);

  @Test
  void noScheduleBreaksAPromise() {
    schedules.runAll(
        "[ClientClosedException, DeadlineExceededException, JobFailedException, NotSentException,"
            + " RequestRefusedException, ResponseNotUnderstoodException,"
            + " ServiceUnavailableException, SubmissionUnknownException, TokenHookException,"
            + " UnknownJobException, UntrustedAddressException, WatchFailedException, complete]");
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
