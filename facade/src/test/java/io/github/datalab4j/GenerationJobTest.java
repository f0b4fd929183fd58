package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.NothingLeft;
import io.reactivex.rxjava3.observers.TestObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the four views of a job give, and that they share one job. */
class GenerationJobTest {
  private final JobFixture jobs = new JobFixture();

  // What the views give

  @Test
  void retryAfterOfTheAcceptanceIsKeptByTheFirstPoll() {
    TestObserver<GeneratedProcessor> result = jobs.submitting().result().test();
    jobs.polls.then(Statuses.COMPLETED);
    assertTrue(jobs.sender.last().watch.mayComplete());
    jobs.sender.last().answer(SubmitOutcome.accepted(JobFixture.TOKEN, 30_000));

    jobs.seconds(29);
    assertEquals(0, jobs.polls.asked);
    jobs.seconds(1);

    assertEquals(1, jobs.polls.asked);
    result.assertComplete();
  }

  @Test
  void statusesGiveEveryAnswerUpToTheTerminalOne() {
    jobs.polls.then(Statuses.PROCESSING, Statuses.PROCESSING, Statuses.COMPLETED);
    TestObserver<ProcessorStatus> statuses = jobs.resumed().statuses().test();
    jobs.seconds(5);

    statuses.assertResult(Statuses.PROCESSING, Statuses.PROCESSING, Statuses.COMPLETED);
    assertEquals(3, jobs.polls.asked);
  }

  @Test
  void unknownWordIsPassedOnAndPolledOn() {
    ProcessorStatus queued = Statuses.of("queued", null, null);
    jobs.polls.then(queued, Statuses.COMPLETED);
    TestObserver<ProcessorStatus> statuses = jobs.resumed().statuses().test();
    jobs.seconds(5);

    statuses.assertResult(queued, Statuses.COMPLETED);
  }

  @Test
  void resultGivesTheIdsOfTheCompletedJob() {
    jobs.polls.then(Statuses.PROCESSING, Statuses.COMPLETED);
    TestObserver<GeneratedProcessor> result = jobs.resumed().result().test();
    jobs.seconds(5);

    GeneratedProcessor made = result.assertComplete().values().get(0);
    assertEquals("cp_new", made.processorId());
    assertEquals("pl_new", made.pipelineId());
    assertSame(Statuses.COMPLETED, made.status());
  }

  @Test
  void failedJobIsATerminalStatus() {
    jobs.polls.then(Statuses.FAILED);
    TestObserver<ProcessorStatus> statuses = jobs.resumed().statuses().test();
    jobs.seconds(5);

    statuses.assertResult(Statuses.FAILED);
  }

  @Test
  void failedJobIsATypedErrorOfTheResult() {
    jobs.polls.then(Statuses.FAILED);
    TestObserver<GeneratedProcessor> result = jobs.resumed().result().test();
    jobs.seconds(5);

    JobFailedException error = JobFixture.failure(result, JobFailedException.class);
    assertSame(Statuses.FAILED, error.status());
    JobFixture.assertCarriesTheToken(error);
  }

  @Test
  void completedWithoutSuccessIsAFailedJob() {
    jobs.polls.then(Statuses.of("complete", false, null));
    TestObserver<GeneratedProcessor> result = jobs.resumed().result().test();
    jobs.seconds(5);

    JobFixture.assertCarriesTheToken(JobFixture.failure(result, JobFailedException.class));
  }

  @Test
  void completedWithoutAnIdIsNotUnderstood() {
    jobs.polls.then(Statuses.of("completed", true, null));
    TestObserver<GeneratedProcessor> result = jobs.resumed().result().test();
    jobs.seconds(5);

    ResponseNotUnderstoodException error =
        JobFixture.failure(result, ResponseNotUnderstoodException.class);
    assertEquals("$.processor_id", error.jsonPath());
    JobFixture.assertCarriesTheToken(error);
  }

  /** By {@code concat} the error would be undeliverable: it has it before the observer has. */
  @Test
  void leavingTheEventsJustAsTheJobEndsLeavesNothingUndelivered() {
    TestObserver<JobEvent> events = new TestObserver<>();
    jobs.sender.meanwhile =
        () -> {
          jobs.open.close();
          events.dispose();
        };

    jobs.submitting().events().subscribe(events);

    assertEquals(Collections.emptyList(), NothingLeft.takeUndelivered());
    assertEquals(1, jobs.sender.requests.size());
  }

  @Test
  void eventsTellUploadAcceptanceAndPollsInTheirOrder() {
    jobs.polls.thenBad(1, new IOException("reset")).then(Statuses.COMPLETED);
    TestObserver<JobEvent> events = jobs.submitting().events().test();
    jobs.sender.last().watch.progress(0, 10);
    jobs.sender.last().watch.progress(10, 10);
    jobs.accept();
    jobs.seconds(5);

    List<JobEvent.Kind> kinds = new ArrayList<>();
    events.assertComplete().values().forEach(event -> kinds.add(event.kind()));
    assertEquals("[UPLOAD, UPLOAD, ACCEPTED, BAD_POLL, POLL]", kinds.toString());
  }

  @Test
  void eventsOfAResumedJobBeginWithItsToken() {
    TestObserver<JobEvent> events = jobs.resumed().events().test();

    events.assertValue(
        event -> ((JobEvent.Accepted) event).token().equals(JobFixture.TOKEN.toString()));
  }

  // One submission and one loop for all

  @Test
  void anyNumberOfViewsCostOneSubmissionAndOneRequestATick() {
    jobs.polls.then(Statuses.PROCESSING, Statuses.COMPLETED);
    GenerationJob job = jobs.submitting();
    TestObserver<ProcessorStatus> statuses = job.statuses().test();
    TestObserver<GeneratedProcessor> result = job.result().test();
    TestObserver<String> token = job.token().test();
    TestObserver<JobEvent> events = job.events().test();
    jobs.accept();
    jobs.seconds(5);

    statuses.assertComplete();
    result.assertComplete();
    token.assertResult(JobFixture.TOKEN.toString());
    events.assertComplete();
    assertEquals(1, jobs.sender.requests.size());
    assertEquals(2, jobs.polls.asked);
  }

  @Test
  void tokenNeverStartsPolling() {
    GenerationJob job = jobs.submitting();
    TestObserver<String> token = job.token().test();
    jobs.accept();
    jobs.seconds(5);

    token.assertResult(JobFixture.TOKEN.toString());
    assertEquals(0, jobs.polls.asked);
  }

  @Test
  void tokenOfAResumedJobComesAtOnce() {
    jobs.resumed().token().test().assertResult(JobFixture.TOKEN.toString());

    assertEquals(0, jobs.polls.asked);
    assertTrue(jobs.sender.requests.isEmpty());
  }

  @Test
  void retryWatchesTheSameJobAndSendsNothing() {
    jobs.polls.thenBad(4, new IOException("reset")).then(Statuses.COMPLETED);
    TestObserver<GeneratedProcessor> result = jobs.submitting().result().retry(1).test();
    jobs.accept();
    jobs.seconds(20);

    result.assertComplete();
    assertEquals(1, jobs.sender.requests.size());
    assertEquals(5, jobs.polls.asked);
  }

  @Test
  void lateSubscriberSeesTheLatestStatusFirst() {
    jobs.polls.then(Statuses.PROCESSING, Statuses.of("queued", null, null), Statuses.COMPLETED);
    GenerationJob job = jobs.resumed();
    TestObserver<ProcessorStatus> first = job.statuses().test();
    jobs.time.advanceTimeBy(1_500, TimeUnit.MILLISECONDS);
    TestObserver<ProcessorStatus> late = job.statuses().test();
    jobs.seconds(5);

    first.assertValueCount(3);
    late.assertValueCount(2).assertValueAt(0, status -> status.status().equals("queued"));
    assertEquals(3, jobs.polls.asked);
  }

  @Test
  void lastToLeaveStopsTheRequestInFlightAndTheTimer() {
    jobs.polls.thenHang().then(Statuses.COMPLETED);
    GenerationJob job = jobs.resumed();
    TestObserver<ProcessorStatus> one = job.statuses().test();
    TestObserver<GeneratedProcessor> two = job.result().test();
    jobs.seconds(2);

    one.dispose();
    assertEquals(0, jobs.polls.cancelled);
    two.dispose();
    assertEquals(1, jobs.polls.cancelled);
    jobs.seconds(600);
    assertEquals(1, jobs.polls.asked);

    TestObserver<GeneratedProcessor> again = job.result().test();
    jobs.seconds(5);
    again.assertComplete();
    assertEquals(2, jobs.polls.asked);
  }

  @Test
  void terminalStatusIsKeptAndReplayedWithoutARequest() {
    jobs.polls.then(Statuses.COMPLETED);
    GenerationJob job = jobs.resumed();
    TestObserver<ProcessorStatus> first = job.statuses().test();
    jobs.seconds(5);
    first.assertComplete();

    job.statuses().test().assertResult(Statuses.COMPLETED);
    job.result().test().assertComplete();
    assertEquals(1, jobs.polls.asked);
  }

  @Test
  void finalErrorIsKeptAndReplayedWithoutARequest() {
    jobs.polls.then(
        PollAnswer.fatal(new UnknownJobException("gone", 404, JobFixture.notApplicable(), null)));
    GenerationJob job = jobs.resumed();
    TestObserver<ProcessorStatus> first = job.statuses().test();
    jobs.seconds(5);

    JobFixture.assertCarriesTheToken(JobFixture.failure(first, UnknownJobException.class));
    JobFixture.assertCarriesTheToken(
        JobFixture.failure(job.result().test(), UnknownJobException.class));
    assertEquals(1, jobs.polls.asked);
  }

  // What it says of itself

  @Test
  void textShowsStateOrToken() {
    GenerationJob job = jobs.submitting();
    assertEquals("GenerationJob{NEW}", job.toString());
    TestObserver<String> token = job.token().test();
    assertEquals("GenerationJob{SENDING}", job.toString());
    jobs.accept();

    token.assertComplete();
    assertEquals("GenerationJob{" + JobFixture.TOKEN + "}", job.toString());
  }
}
