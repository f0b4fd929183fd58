package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import io.github.datalab4j.simulator.ReceivedRequest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a watch bears, over real HTTP, and how it ends; {@link CancelTest} has how it is left. */
class WatchFaultsTest {
  /** OkHttp asks twice by itself where a pooled connection broke. */
  private static final On FIRST_POLL = On.STATUS.calls(1, 2);

  @RegisterExtension final Online online = new Online();

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 529})
  void passingErrorOfTheServerIsBorne(int code) {
    online.simulator().fault(On.STATUS.call(1), Fault.status(code));

    JobEvent.BadPoll bad = firstBadPoll(online.job());

    assertEquals(1, bad.number());
    assertEquals(code, ((ServiceUnavailableException) bad.error()).statusCode());
  }

  @ParameterizedTest
  @CsvSource({"408, 0", "503, 0", "408, 00", "503, 000"})
  void invitationToComeAgainAtOnceIsNotFollowedPastTheBudget(int code, String seconds) {
    Answer answer = Answer.status(code).header("Retry-After", seconds);
    online.simulator().fault(On.STATUS, Fault.answer(answer));
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());

    Online.failure(
        online.client().customProcessors().status(key), ServiceUnavailableException.class);

    assertEquals(1, online.simulator().requests(On.STATUS).size());
  }

  /** OkHttp reads the number itself, and throws on its own thread where it is no int. */
  @ParameterizedTest
  @CsvSource({"408, 2147483648", "503, 2147483648", "503, 99999999999999999999"})
  void waitOfCenturiesIsToldAsWhatItIs(int code, String seconds) {
    Answer answer = Answer.status(code).header("Retry-After", seconds);
    online.simulator().fault(On.STATUS, Fault.answer(answer));

    ServiceUnavailableException error =
        Online.failure(online.job().result(), ServiceUnavailableException.class);

    assertEquals(Reason.RETRY_AFTER_BEYOND_DEADLINE, error.reason());
  }

  @Test
  void pageOfAGatewayIsBorne() {
    online.simulator().fault(On.STATUS.call(1), Fault.html(200));

    firstBadPoll(online.job());
  }

  @Test
  void truncatedJsonIsBorne() {
    online.simulator().fault(On.STATUS.call(1), Fault.truncatedJson());

    firstBadPoll(online.job());
  }

  @Test
  void resetConnectionIsBorne() {
    online.simulator().fault(FIRST_POLL, Fault.reset().at(Phase.BEFORE_ANSWER));

    JobEvent.BadPoll bad = firstBadPoll(online.job());

    assertEquals(Reason.CONNECTION, ((ServiceUnavailableException) bad.error()).reason());
  }

  /** Retrofit's own adapter would never end such a call: square/retrofit#3524. */
  @Test
  void timerOfThePollEndsAStalledOne() throws Exception {
    online.simulator().fault(On.STATUS.call(1), Fault.stall().at(Phase.BEFORE_ANSWER));
    PollPolicy policy = Online.FAST.toBuilder().pollTimeout(500, TimeUnit.MILLISECONDS).build();

    JobEvent.BadPoll bad =
        firstBadPoll(online.job(online.client(online.builder().pollPolicy(policy))));

    assertEquals(Reason.TIMEOUT, ((ServiceUnavailableException) bad.error()).reason());
    ReceivedRequest stalled = online.simulator().requests(On.STATUS).get(0);
    assertTrue(stalled.awaitClosedByClient(30, TimeUnit.SECONDS));
    online.simulator().release();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 413, 422})
  void refusalEndsTheWatchAtOnceWithTheToken(int code) {
    online.simulator().fault(On.STATUS, Fault.status(code));
    GenerationJob job = online.job();

    RequestRefusedException error = Online.failure(job.result(), RequestRefusedException.class);

    assertEquals(code, error.statusCode());
    assertEquals(Online.await(job.token()), error.token());
    assertEquals(SubmissionState.ACCEPTED, error.submission());
    assertEquals(1, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void wrongTypeInAStatusIsFinalAndNamesItsPlace() {
    online.simulator().nextJob(Job.completing().field("status", 7));

    ResponseNotUnderstoodException error =
        Online.failure(online.job().result(), ResponseNotUnderstoodException.class);

    assertEquals("$.status", error.jsonPath());
  }

  @Test
  void expiredJobIsUnknown() {
    online.simulator().nextJob(Job.completing().after(0).expiringAfter(0));
    GenerationJob job = online.job();

    UnknownJobException error = Online.failure(job.result(), UnknownJobException.class);

    assertEquals(Online.await(job.token()), error.token());
  }

  @Test
  void retryAfterOfASuccessfulAnswerIsKeptTo() {
    online.simulator().fault(On.STATUS, Fault.header("Retry-After", "3600"));
    online.simulator().nextJob(Job.neverEnding());

    ServiceUnavailableException error =
        Online.failure(online.job().result(), ServiceUnavailableException.class);

    assertEquals(Reason.RETRY_AFTER_BEYOND_DEADLINE, error.reason());
    assertEquals(3_600_000, error.retryAfterMillis());
  }

  @Test
  void deadlineCarriesTheTokenThatResumesTheJob() {
    online.simulator().nextJob(Job.completing().after(40));
    PollPolicy policy = Online.FAST.toBuilder().deadline(50, TimeUnit.MILLISECONDS).build();
    Datalab client = online.client(online.builder().pollPolicy(policy));

    DeadlineExceededException error =
        Online.failure(online.job(client).result(), DeadlineExceededException.class);

    String token = String.valueOf(error.token());
    Online.await(client.customProcessors().withPollPolicy(Online.FAST).resume(token).result());
  }

  private static JobEvent.BadPoll firstBadPoll(GenerationJob job) {
    for (JobEvent event : Online.await(job.events())) {
      if (event instanceof JobEvent.BadPoll) {
        return (JobEvent.BadPoll) event;
      }
    }
    throw new AssertionError("no poll was bad");
  }
}
