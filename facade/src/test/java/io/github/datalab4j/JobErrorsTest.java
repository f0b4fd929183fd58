package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.reactivex.rxjava3.observers.TestObserver;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How a watch ends with an error, and what the error carries. */
class JobErrorsTest {
  private final JobFixture jobs = new JobFixture();

  @Test
  void passedDeadlineCarriesTokenAndLastStatusAndTheJobMayBeWatchedAgain() {
    for (int i = 0; i < 61; i++) {
      jobs.polls.then(Statuses.PROCESSING);
    }
    GenerationJob job = jobs.resumed();
    TestObserver<GeneratedProcessor> result = job.result().test();
    jobs.seconds(61);

    DeadlineExceededException error = JobFixture.failure(result, DeadlineExceededException.class);
    assertSame(Statuses.PROCESSING, error.lastStatus());
    JobFixture.assertCarriesTheToken(error);

    TestObserver<ProcessorStatus> again = job.statuses().test();
    jobs.seconds(1);
    again.assertNotComplete().assertNoErrors();
  }

  @Test
  void passedDeadlineCarriesThePollThatFailedLastAndTheListenerHearsOfIt() {
    for (int i = 0; i < 60; i++) {
      jobs.polls.then(Statuses.PROCESSING);
    }
    jobs.polls.thenBad(1, JobFixture.unavailable(503));
    TestObserver<GeneratedProcessor> result = jobs.resumed().result().test();
    jobs.seconds(61);

    DeadlineExceededException error = JobFixture.failure(result, DeadlineExceededException.class);
    assertEquals(503, ((ServiceUnavailableException) error.getCause()).statusCode());
    assertTrue(error.getMessage().contains("the deadline of 60 s."), error.getMessage());
    assertEquals("failed deadline_exceeded", jobs.heard.get(jobs.heard.size() - 1));
  }

  @Test
  void aDeadlineThatIsNoWholeSecondsIsToldInMilliseconds() {
    for (int i = 0; i < 10; i++) {
      jobs.polls.then(Statuses.PROCESSING);
    }
    TestObserver<GeneratedProcessor> result =
        jobs.resumed(PollPolicy.builder().deadline(1500, TimeUnit.MILLISECONDS).build())
            .result()
            .test();
    jobs.seconds(600);

    DeadlineExceededException error = JobFixture.failure(result, DeadlineExceededException.class);
    assertTrue(error.getMessage().contains("the deadline of 1500 ms."), error.getMessage());
    assertNull(error.getCause());
  }

  @Test
  void tooManyFailuresInARowCarryTheToken() {
    jobs.polls.thenBad(4, JobFixture.unavailable(503));
    TestObserver<GeneratedProcessor> result = jobs.resumed().result().test();
    jobs.seconds(10);

    ServiceUnavailableException error =
        JobFixture.failure(result, ServiceUnavailableException.class);
    assertEquals(Reason.TOO_MANY_FAILURES, error.reason());
    assertEquals(503, error.statusCode());
    JobFixture.assertCarriesTheToken(error);
    JobFixture.assertCarriesTheToken((DatalabException) error.getCause());
  }

  @Test
  void retryAfterBeyondTheDeadlineHasItsOwnReason() {
    jobs.polls.then(PollAnswer.bad(JobFixture.unavailable(503), 3_600_000));
    TestObserver<GeneratedProcessor> result = jobs.resumed().result().test();
    jobs.seconds(1);

    ServiceUnavailableException error =
        JobFixture.failure(result, ServiceUnavailableException.class);
    assertEquals(Reason.RETRY_AFTER_BEYOND_DEADLINE, error.reason());
    assertEquals(3_600_000, error.retryAfterMillis());
    JobFixture.assertCarriesTheToken(error);
  }

  @Test
  void deadlineOfBrokenSecondsIsNamedAsItIs() {
    jobs.polls.then(Statuses.PROCESSING, Statuses.PROCESSING, Statuses.PROCESSING);
    PollPolicy policy = PollPolicy.builder().deadline(1500, TimeUnit.MILLISECONDS).build();
    TestObserver<ProcessorStatus> statuses = jobs.resumed(policy).statuses().test();
    jobs.seconds(2);

    String message = JobFixture.failure(statuses, DeadlineExceededException.class).getMessage();
    assertTrue(message.contains("the deadline of 1500 ms"), message);
  }

  @Test
  void pollThatTimesOutIsATypedBadPoll() {
    jobs.polls.thenHang().then(Statuses.COMPLETED);
    TestObserver<JobEvent> events = jobs.resumed().events().test();
    jobs.seconds(20);

    JobEvent.BadPoll bad = (JobEvent.BadPoll) events.assertComplete().values().get(1);
    assertEquals(Reason.TIMEOUT, ((ServiceUnavailableException) bad.error()).reason());
    JobFixture.assertCarriesTheToken((DatalabException) bad.error());
  }

  @Test
  void policyThatThrowsBreaksTheWatchAndCarriesTheToken() {
    jobs.polls.then(Statuses.PROCESSING);
    IllegalStateException broken = new IllegalStateException("broken");
    PollPolicy policy =
        PollPolicy.custom(
            (attempt, elapsed) -> {
              throw broken;
            });
    TestObserver<ProcessorStatus> statuses = jobs.resumed(policy).statuses().test();
    jobs.seconds(5);

    WatchFailedException error = JobFixture.failure(statuses, WatchFailedException.class);
    assertSame(broken, error.getCause());
    JobFixture.assertCarriesTheToken(error);
  }

  @Test
  void theListenerHearsOnceOfAWatchThatThePolicyBreaks() {
    jobs.polls.then(Statuses.PROCESSING);
    PollPolicy policy =
        PollPolicy.custom(
            (attempt, elapsed) -> {
              throw new IllegalStateException("broken");
            });
    GenerationJob job = jobs.resumed(policy);
    job.statuses().subscribe(new TestObserver<>());
    job.result().subscribe(new TestObserver<>());
    jobs.seconds(5);

    assertEquals("[poll 1 processing, failed watch_failed]", jobs.heard.toString());
  }

  @Test
  void theListenerHearsOnceOfAWatchThatIsClosed() {
    GenerationJob job = jobs.resumed();
    job.statuses().subscribe(new TestObserver<>());
    job.result().subscribe(new TestObserver<>());
    jobs.open.close();

    assertEquals("[failed client_closed]", jobs.heard.toString());
  }

  @Test
  void theListenerHearsNothingOfAJobThatNobodyWatchesWhenItIsClosed() {
    GenerationJob job = jobs.resumed();
    job.statuses().test().dispose();
    jobs.open.close();
    job.statuses().subscribe(new TestObserver<>());

    assertEquals("[]", jobs.heard.toString());
  }

  @Test
  void closeEndsEveryViewWithTheToken() {
    GenerationJob job = jobs.resumed();
    TestObserver<ProcessorStatus> statuses = job.statuses().test();
    TestObserver<GeneratedProcessor> result = job.result().test();
    TestObserver<JobEvent> events = job.events().test();
    jobs.seconds(1);
    jobs.open.close();

    JobFixture.assertCarriesTheToken(JobFixture.failure(statuses, ClientClosedException.class));
    JobFixture.assertCarriesTheToken(JobFixture.failure(result, ClientClosedException.class));
    JobFixture.assertCarriesTheToken(JobFixture.failure(events, ClientClosedException.class));
    JobFixture.assertCarriesTheToken(
        JobFixture.failure(job.statuses().test(), ClientClosedException.class));
    assertEquals(1, jobs.polls.cancelled);
  }

  @Test
  void jobThatIsAcceptedAfterCloseIsNotWatched() {
    jobs.open.close();
    TestObserver<ProcessorStatus> statuses = jobs.resumed().statuses().test();
    jobs.seconds(5);

    JobFixture.assertCarriesTheToken(JobFixture.failure(statuses, ClientClosedException.class));
    assertEquals(0, jobs.polls.asked);
  }

  @Test
  void errorBeforeAcceptanceHasNoToken() {
    TestObserver<ProcessorStatus> statuses = jobs.submitting().statuses().test();
    DatalabException refusal =
        new RequestRefusedException("no", 422, null, null, SubmissionState.REFUSED, null);
    jobs.sender.last().answer(SubmitOutcome.ended(refusal));

    statuses.assertError(refusal);
    assertNull(refusal.token());
    assertEquals(0, jobs.polls.asked);
  }
}
