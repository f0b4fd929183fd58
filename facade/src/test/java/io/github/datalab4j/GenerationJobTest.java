package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GenerationJobTest {
  private static final ResumeToken TOKEN = ResumeToken.of("https://www.datalab.to", "k_1");
  private static final PollPolicy EVERY_SECOND =
      PollPolicy.builder()
          .fixed(1, TimeUnit.SECONDS)
          .pollTimeout(10, TimeUnit.SECONDS)
          .deadline(60, TimeUnit.SECONDS)
          .failuresBorne(3)
          .build();

  private final TestScheduler time = new TestScheduler();
  private final FakeSender sender = new FakeSender();
  private final FakePolls polls = new FakePolls();
  private final List<String> heard = new ArrayList<>();
  private final OpenWork open = new OpenWork();
  private Scheduler callbacks = Schedulers.trampoline();

  // What the views give

  @Test
  void statusesGiveEveryAnswerUpToTheTerminalOne() {
    polls.then(Statuses.PROCESSING, Statuses.PROCESSING, Statuses.COMPLETED);
    TestObserver<ProcessorStatus> statuses = resumed().statuses().test();
    seconds(5);

    statuses.assertResult(Statuses.PROCESSING, Statuses.PROCESSING, Statuses.COMPLETED);
    assertEquals(3, polls.asked);
  }

  @Test
  void unknownWordIsPassedOnAndPolledOn() {
    ProcessorStatus queued = Statuses.of("queued", null, null);
    polls.then(queued, Statuses.COMPLETED);
    TestObserver<ProcessorStatus> statuses = resumed().statuses().test();
    seconds(5);

    statuses.assertResult(queued, Statuses.COMPLETED);
  }

  @Test
  void resultGivesTheIdsOfTheCompletedJob() {
    polls.then(Statuses.PROCESSING, Statuses.COMPLETED);
    TestObserver<GeneratedProcessor> result = resumed().result().test();
    seconds(5);

    GeneratedProcessor made = result.assertComplete().values().get(0);
    assertEquals("cp_new", made.processorId());
    assertEquals("pl_new", made.pipelineId());
    assertSame(Statuses.COMPLETED, made.status());
  }

  @Test
  void failedJobIsATerminalStatus() {
    polls.then(Statuses.FAILED);
    TestObserver<ProcessorStatus> statuses = resumed().statuses().test();
    seconds(5);

    statuses.assertResult(Statuses.FAILED);
  }

  @Test
  void failedJobIsATypedErrorOfTheResult() {
    polls.then(Statuses.FAILED);
    TestObserver<GeneratedProcessor> result = resumed().result().test();
    seconds(5);

    JobFailedException error = failure(result, JobFailedException.class);
    assertSame(Statuses.FAILED, error.status());
    assertCarriesTheToken(error);
  }

  @Test
  void completedWithoutSuccessIsAFailedJob() {
    polls.then(Statuses.of("complete", false, null));
    TestObserver<GeneratedProcessor> result = resumed().result().test();
    seconds(5);

    assertCarriesTheToken(failure(result, JobFailedException.class));
  }

  @Test
  void completedWithoutAnIdIsNotUnderstood() {
    polls.then(Statuses.of("completed", true, null));
    TestObserver<GeneratedProcessor> result = resumed().result().test();
    seconds(5);

    ResponseNotUnderstoodException error = failure(result, ResponseNotUnderstoodException.class);
    assertEquals("$.processor_id", error.jsonPath());
    assertCarriesTheToken(error);
  }

  @Test
  void eventsTellUploadAcceptanceAndPollsInTheirOrder() {
    polls.thenBad(1, new java.io.IOException("reset")).then(Statuses.COMPLETED);
    TestObserver<JobEvent> events = submitting().events().test();
    sender.last().watch.progress(0, 10);
    sender.last().watch.progress(10, 10);
    accept();
    seconds(5);

    List<JobEvent.Kind> kinds = new ArrayList<>();
    events.assertComplete().values().forEach(event -> kinds.add(event.kind()));
    assertEquals("[UPLOAD, UPLOAD, ACCEPTED, BAD_POLL, POLL]", kinds.toString());
  }

  @Test
  void eventsOfAResumedJobBeginWithItsToken() {
    TestObserver<JobEvent> events = resumed().events().test();

    events.assertValue(event -> ((JobEvent.Accepted) event).token().equals(TOKEN.toString()));
  }

  // One submission and one loop for all

  @Test
  void anyNumberOfViewsCostOneSubmissionAndOneRequestATick() {
    polls.then(Statuses.PROCESSING, Statuses.COMPLETED);
    GenerationJob job = submitting();
    TestObserver<ProcessorStatus> statuses = job.statuses().test();
    TestObserver<GeneratedProcessor> result = job.result().test();
    TestObserver<String> token = job.token().test();
    TestObserver<JobEvent> events = job.events().test();
    accept();
    seconds(5);

    statuses.assertComplete();
    result.assertComplete();
    token.assertResult(TOKEN.toString());
    events.assertComplete();
    assertEquals(1, sender.requests.size());
    assertEquals(2, polls.asked);
  }

  @Test
  void tokenNeverStartsPolling() {
    GenerationJob job = submitting();
    TestObserver<String> token = job.token().test();
    accept();
    seconds(5);

    token.assertResult(TOKEN.toString());
    assertEquals(0, polls.asked);
  }

  @Test
  void tokenOfAResumedJobComesAtOnce() {
    resumed().token().test().assertResult(TOKEN.toString());

    assertEquals(0, polls.asked);
    assertTrue(sender.requests.isEmpty());
  }

  @Test
  void retryWatchesTheSameJobAndSendsNothing() {
    polls.thenBad(4, new java.io.IOException("reset")).then(Statuses.COMPLETED);
    TestObserver<GeneratedProcessor> result = submitting().result().retry(1).test();
    accept();
    seconds(20);

    result.assertComplete();
    assertEquals(1, sender.requests.size());
    assertEquals(5, polls.asked);
  }

  @Test
  void lateSubscriberSeesTheLatestStatusFirst() {
    polls.then(Statuses.PROCESSING, Statuses.of("queued", null, null), Statuses.COMPLETED);
    GenerationJob job = resumed();
    TestObserver<ProcessorStatus> first = job.statuses().test();
    time.advanceTimeBy(1_500, TimeUnit.MILLISECONDS);
    TestObserver<ProcessorStatus> late = job.statuses().test();
    seconds(5);

    first.assertValueCount(3);
    late.assertValueCount(2).assertValueAt(0, status -> status.status().equals("queued"));
    assertEquals(3, polls.asked);
  }

  @Test
  void lastToLeaveStopsTheRequestInFlightAndTheTimer() {
    polls.thenHang().then(Statuses.COMPLETED);
    GenerationJob job = resumed();
    TestObserver<ProcessorStatus> one = job.statuses().test();
    TestObserver<GeneratedProcessor> two = job.result().test();
    seconds(2);

    one.dispose();
    assertEquals(0, polls.cancelled);
    two.dispose();
    assertEquals(1, polls.cancelled);
    seconds(600);
    assertEquals(1, polls.asked);

    TestObserver<GeneratedProcessor> again = job.result().test();
    seconds(5);
    again.assertComplete();
    assertEquals(2, polls.asked);
  }

  @Test
  void terminalStatusIsKeptAndReplayedWithoutARequest() {
    polls.then(Statuses.COMPLETED);
    GenerationJob job = resumed();
    TestObserver<ProcessorStatus> first = job.statuses().test();
    seconds(5);
    first.assertComplete();

    job.statuses().test().assertResult(Statuses.COMPLETED);
    job.result().test().assertComplete();
    assertEquals(1, polls.asked);
  }

  @Test
  void finalErrorIsKeptAndReplayedWithoutARequest() {
    polls.then(PollAnswer.fatal(new UnknownJobException("gone", 404, notApplicable(), null)));
    GenerationJob job = resumed();
    TestObserver<ProcessorStatus> first = job.statuses().test();
    seconds(5);

    assertCarriesTheToken(failure(first, UnknownJobException.class));
    assertCarriesTheToken(failure(job.result().test(), UnknownJobException.class));
    assertEquals(1, polls.asked);
  }

  // Errors after acceptance

  @Test
  void passedDeadlineCarriesTokenAndLastStatusAndTheJobMayBeWatchedAgain() {
    for (int i = 0; i < 61; i++) {
      polls.then(Statuses.PROCESSING);
    }
    GenerationJob job = resumed();
    TestObserver<GeneratedProcessor> result = job.result().test();
    seconds(61);

    DeadlineExceededException error = failure(result, DeadlineExceededException.class);
    assertSame(Statuses.PROCESSING, error.lastStatus());
    assertCarriesTheToken(error);

    TestObserver<ProcessorStatus> again = job.statuses().test();
    seconds(1);
    again.assertNotComplete().assertNoErrors();
  }

  @Test
  void tooManyFailuresInARowCarryTheToken() {
    polls.thenBad(4, unavailable(503));
    TestObserver<GeneratedProcessor> result = resumed().result().test();
    seconds(10);

    ServiceUnavailableException error = failure(result, ServiceUnavailableException.class);
    assertEquals(Reason.TOO_MANY_FAILURES, error.reason());
    assertEquals(503, error.statusCode());
    assertCarriesTheToken(error);
    assertCarriesTheToken((DatalabException) error.getCause());
  }

  @Test
  void retryAfterBeyondTheDeadlineHasItsOwnReason() {
    polls.then(PollAnswer.bad(unavailable(503), 3_600_000));
    TestObserver<GeneratedProcessor> result = resumed().result().test();
    seconds(1);

    ServiceUnavailableException error = failure(result, ServiceUnavailableException.class);
    assertEquals(Reason.RETRY_AFTER_BEYOND_DEADLINE, error.reason());
    assertEquals(3_600_000, error.retryAfterMillis());
    assertCarriesTheToken(error);
  }

  @Test
  void pollThatTimesOutIsATypedBadPoll() {
    polls.thenHang().then(Statuses.COMPLETED);
    TestObserver<JobEvent> events = resumed().events().test();
    seconds(20);

    JobEvent.BadPoll bad = (JobEvent.BadPoll) events.assertComplete().values().get(1);
    assertEquals(Reason.TIMEOUT, ((ServiceUnavailableException) bad.error()).reason());
    assertCarriesTheToken((DatalabException) bad.error());
  }

  @Test
  void policyThatThrowsBreaksTheWatchAndCarriesTheToken() {
    polls.then(Statuses.PROCESSING);
    IllegalStateException broken = new IllegalStateException("broken");
    PollPolicy policy =
        PollPolicy.custom(
            (attempt, elapsed) -> {
              throw broken;
            });
    TestObserver<ProcessorStatus> statuses =
        GenerationJob.accepted(watch(TOKEN, policy), callbacks).statuses().test();
    seconds(5);

    WatchFailedException error = failure(statuses, WatchFailedException.class);
    assertSame(broken, error.getCause());
    assertCarriesTheToken(error);
  }

  @Test
  void closeEndsEveryViewWithTheToken() {
    GenerationJob job = resumed();
    TestObserver<ProcessorStatus> statuses = job.statuses().test();
    TestObserver<GeneratedProcessor> result = job.result().test();
    TestObserver<JobEvent> events = job.events().test();
    seconds(1);
    open.close();

    assertCarriesTheToken(failure(statuses, ClientClosedException.class));
    assertCarriesTheToken(failure(result, ClientClosedException.class));
    assertCarriesTheToken(failure(events, ClientClosedException.class));
    assertCarriesTheToken(failure(job.statuses().test(), ClientClosedException.class));
    assertEquals(1, polls.cancelled);
  }

  @Test
  void jobThatIsAcceptedAfterCloseIsNotWatched() {
    open.close();
    TestObserver<ProcessorStatus> statuses = resumed().statuses().test();
    seconds(5);

    assertCarriesTheToken(failure(statuses, ClientClosedException.class));
    assertEquals(0, polls.asked);
  }

  @Test
  void errorBeforeAcceptanceHasNoToken() {
    TestObserver<ProcessorStatus> statuses = submitting().statuses().test();
    DatalabException refusal =
        new RequestRefusedException("no", 422, null, null, SubmissionState.REFUSED, null);
    sender.last().answer(SubmitOutcome.ended(refusal));

    statuses.assertError(refusal);
    assertNull(refusal.token());
    assertEquals(0, polls.asked);
  }

  // Threads

  @Test
  void everythingArrivesOnTheCallbackScheduler() {
    TestScheduler main = new TestScheduler();
    callbacks = main;
    polls.then(Statuses.COMPLETED);
    GenerationJob job = resumed();
    TestObserver<ProcessorStatus> statuses = job.statuses().test();
    TestObserver<GeneratedProcessor> result = job.result().test();
    TestObserver<String> token = job.token().test();
    TestObserver<JobEvent> events = job.events().test();
    seconds(5);

    statuses.assertEmpty();
    result.assertEmpty();
    token.assertEmpty();
    events.assertEmpty();
    main.triggerActions();
    statuses.assertResult(Statuses.COMPLETED);
    result.assertComplete();
    token.assertComplete();
    events.assertComplete();
  }

  @Test
  void itemsBeforeAnErrorAreNotLostOnTheWay() {
    TestScheduler main = new TestScheduler();
    callbacks = main;
    polls.then(Statuses.PROCESSING);
    TestObserver<ProcessorStatus> statuses = resumed().statuses().test();
    seconds(1);
    open.close();
    main.triggerActions();

    statuses.assertFailure(ClientClosedException.class, Statuses.PROCESSING);
  }

  // The listener

  @Test
  void listenerHearsEachPollOnceHoweverManySubscribers() {
    polls.thenBad(1, unavailable(502)).then(Statuses.COMPLETED);
    GenerationJob job = resumed();
    TestObserver<ProcessorStatus> one = job.statuses().test();
    TestObserver<ProcessorStatus> two = job.statuses().test();
    seconds(5);

    one.assertComplete();
    two.assertComplete();
    assertEquals("[bad 1, poll 2 completed]", heard.toString());
  }

  @Test
  void listenerHearsHowAWatchFails() {
    polls.then(PollAnswer.fatal(new UnknownJobException("gone", 404, notApplicable(), null)));
    TestObserver<ProcessorStatus> statuses = resumed().statuses().test();
    seconds(5);

    statuses.assertError(UnknownJobException.class);
    assertEquals("[failed unknown_job]", heard.toString());
  }

  // What it says of itself

  @Test
  void textShowsStateOrToken() {
    GenerationJob job = submitting();
    assertEquals("GenerationJob{NEW}", job.toString());
    TestObserver<String> token = job.token().test();
    assertEquals("GenerationJob{SENDING}", job.toString());
    accept();

    token.assertComplete();
    assertEquals("GenerationJob{" + TOKEN + "}", job.toString());
  }

  private GenerationJob submitting() {
    Submission submission =
        new Submission("cp_1", sender, token -> Completable.complete(), context());
    return GenerationJob.submitting(
        open.add(submission), token -> watch(token, EVERY_SECOND), callbacks);
  }

  private GenerationJob resumed() {
    return GenerationJob.accepted(watch(TOKEN, EVERY_SECOND), callbacks);
  }

  private JobWatch watch(ResumeToken token, PollPolicy policy) {
    return open.add(new JobWatch(token, polls.poll(), policy, context()));
  }

  private JobContext context() {
    DatalabEventListener listener =
        new DatalabEventListener() {
          @Override
          public void polled(String token, long number, ProcessorStatus status) {
            heard.add("poll " + number + " " + status.status());
          }

          @Override
          public void pollFailed(String token, long number, Throwable error) {
            heard.add("bad " + number);
          }

          @Override
          public void watchFailed(String token, Throwable error) {
            heard.add("failed " + ((DatalabException) error).kind().wireName());
          }
        };
    return new JobContext(new OpenBudget(), time, callbacks, new Random(1), listener, 600_000);
  }

  private void accept() {
    assertTrue(sender.last().watch.mayComplete());
    sender.last().answer(SubmitOutcome.accepted(TOKEN));
  }

  private void seconds(long seconds) {
    time.advanceTimeBy(seconds, TimeUnit.SECONDS);
  }

  private static <E extends Throwable> E failure(TestObserver<?> observer, Class<E> type) {
    List<Throwable> errors = new ArrayList<>();
    observer.assertError(errors::add);
    return assertInstanceOf(type, errors.get(0));
  }

  private static void assertCarriesTheToken(DatalabException error) {
    assertEquals(TOKEN.toString(), error.token());
    assertEquals(SubmissionState.ACCEPTED, error.submission());
    assertFalse(String.valueOf(error.getMessage()).isEmpty());
  }

  private static SubmissionState notApplicable() {
    return SubmissionState.NOT_APPLICABLE;
  }

  private static ServiceUnavailableException unavailable(int code) {
    return new ServiceUnavailableException(
        "The service answered " + code, null, Reason.SERVER_ERROR, code, 0, notApplicable(), null);
  }
}
