package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of an answer whose body does not come in time, the code and {@code Retry-After} hold. */
class StalledAnswerTest {
  private static final PollPolicy POLICY =
      PollPolicy.builder()
          .fixed(1, TimeUnit.SECONDS)
          .pollTimeout(5, TimeUnit.SECONDS)
          .deadline(15, TimeUnit.SECONDS)
          .failuresBorne(1)
          .build();

  @RegisterExtension final Online online = new Online();
  private final TestScheduler time = new TestScheduler();

  /** What the budget was told of 429s, in milliseconds. */
  private final List<Long> throttles = new CopyOnWriteArrayList<>();

  @AfterEach
  void release() {
    online.simulator().release();
  }

  @Test
  void refusalEndsAWatchAtOnceWithTheToken() throws Exception {
    stall(On.STATUS, 401);

    RequestRefusedException error =
        Online.failure(afterThePoll(watch()), RequestRefusedException.class);

    assertEquals(401, error.statusCode());
    assertEquals(SubmissionState.ACCEPTED, error.submission());
    assertEquals(1, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void jobThatIsNotKnownEndsAWatchAtOnce() throws Exception {
    stall(On.STATUS, 404);

    Online.failure(afterThePoll(watch()), UnknownJobException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 429, 503})
  void retryAfterIsKeptTo(int code) throws Exception {
    stall(On.STATUS, code);

    assertAskedToWait(afterThePoll(watch()));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 429, 503})
  void retryAfterOfAnyOperationIsKeptTo(int code) throws Exception {
    stall(On.STATUS, code);
    Datalab client = client();
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());

    assertAskedToWait(
        afterThePoll(
            client.poll(
                client.api(AnyOperationTest.Operations.class).status(key),
                answer -> true,
                POLICY)));
  }

  @Test
  void a429OfAPollSlowsAllJobs() throws Exception {
    stall(On.STATUS, 429);

    afterThePoll(watch());

    assertEquals(Collections.singletonList(20_000L), throttles);
  }

  @Test
  void refusalEndsACall() throws Exception {
    stall(On.STATUS, 401);
    TestObserver<?> call = client().api(AnyOperationTest.Operations.class).status("k_1").test();
    online.awaitBody();

    time.advanceTimeBy(10, TimeUnit.MINUTES);

    Online.failure(call, RequestRefusedException.class);
  }

  @Test
  void refusalEndsAQuestion() throws Exception {
    stall(On.STATUS, 401);
    TestObserver<?> question = processors().status("k_1").test();
    online.awaitBody();

    time.advanceTimeBy(5, TimeUnit.SECONDS);

    Online.failure(question, RequestRefusedException.class);
  }

  @Test
  void refusalRefusesASubmission() throws Exception {
    stall(On.ITERATE, 401);

    RequestRefusedException error =
        Online.failure(afterTheSubmission(iterate()), RequestRefusedException.class);

    assertEquals(SubmissionState.REFUSED, error.submission());
  }

  @Test
  void submissionThatIsThrottledIsNotSentAndMayBeSentAnew() throws Exception {
    stall(On.ITERATE.call(1), 429);
    GenerationJob job = iterate();

    NotSentException error = Online.failure(afterTheSubmission(job), NotSentException.class);

    assertEquals(SubmissionState.NOT_SENT, error.submission());
    assertEquals(Collections.singletonList(20_000L), throttles);
    TestObserver<String> again = job.token().test();
    time.advanceTimeBy(20, TimeUnit.SECONDS);
    again.awaitDone(30, TimeUnit.SECONDS).assertComplete();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 503})
  void submissionThatMayHaveBeenAcceptedIsUnknown(int code) throws Exception {
    stall(On.ITERATE, code);

    Online.failure(afterTheSubmission(iterate()), SubmissionUnknownException.class);
  }

  private void assertAskedToWait(TestObserver<?> watch) {
    ServiceUnavailableException error = Online.failure(watch, ServiceUnavailableException.class);
    assertEquals(Reason.RETRY_AFTER_BEYOND_DEADLINE, error.reason());
    assertEquals(20_000, error.retryAfterMillis());
  }

  /** Answers with {@code Retry-After: 20}, and then with half of the body. */
  private void stall(On on, int code) {
    Answer refusal = Answer.detail(code, "no").header("Retry-After", "20");
    online
        .simulator()
        .fault(on, code == 200 ? Fault.header("Retry-After", "20") : Fault.answer(refusal));
    online.simulator().fault(on, Fault.stall().at(Phase.ANSWER_BODY));
  }

  private Observable<?> watch() {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());
    return processors().job(key).statuses();
  }

  private GenerationJob iterate() {
    return processors().iterate(Online.PROCESSOR, Iteration.builder("r").build());
  }

  private TestObserver<?> afterThePoll(Observable<?> watch) throws InterruptedException {
    TestObserver<?> observer = watch.test();
    time.triggerActions();
    online.awaitBody();
    time.advanceTimeBy(5, TimeUnit.SECONDS);
    return observer;
  }

  private TestObserver<?> afterTheSubmission(GenerationJob job) throws InterruptedException {
    TestObserver<?> observer = job.token().test();
    online.awaitBody();
    time.advanceTimeBy(10, TimeUnit.MINUTES);
    return observer;
  }

  private CustomProcessors processors() {
    return client().customProcessors();
  }

  private Datalab client() {
    RequestBudget budget =
        new FixedBudget(Completable.complete()) {
          @Override
          public void throttled(long retryAfter, TimeUnit unit) {
            throttles.add(unit.toMillis(retryAfter));
          }
        };
    return online.client(
        online.builder().pollPolicy(POLICY).requestBudget(budget).timerScheduler(time));
  }
}
