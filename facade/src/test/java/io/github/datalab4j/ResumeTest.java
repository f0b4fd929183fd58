package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.CheckUrl;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import io.github.datalab4j.simulator.ReceivedRequest;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking up a job that another process submitted, by token or by key. */
class ResumeTest {
  @RegisterExtension final Online online = new Online();

  @Test
  void tokenResumesTheJobInAnotherClient() {
    online.simulator().nextJob(Job.completing().checkUrl(CheckUrl.RELATIVE_PROCESSORS));
    String token = Online.await(online.job().token());

    GenerationJob resumed = online.client().customProcessors().resume(token);

    assertEquals(Online.PROCESSOR, Online.await(resumed.result()).processorId());
    assertEquals(token, Online.await(resumed.token()));
    assertEquals(1, online.simulator().iterations().size());
    assertTrue(
        online.simulator().requests(On.STATUS).get(0).target().contains("custom_processors"));
  }

  @Test
  void bareKeyIsWatchedByTheDocumentedOperation() {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());

    GenerationJob job = online.client().customProcessors().job(key);

    Online.await(job.result());
    assertEquals(
        "/api/v1/custom_pipelines/" + key, online.simulator().requests(On.STATUS).get(0).target());
  }

  @Test
  void tokenOfABareKeyResumesToo() {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());
    String token = Online.await(online.client().customProcessors().job(key).token());

    Online.await(online.client().customProcessors().resume(token).result());
  }

  @Test
  void keyIsNoToken() {
    CustomProcessors processors = online.client().customProcessors();

    assertThrows(InvalidTokenException.class, () -> processors.resume("k_1"));
    assertFalse(CustomProcessors.isToken("k_1"));
  }

  @Test
  void tokenOfAnotherOriginIsNotTrustedButKept() {
    String token = ResumeToken.of("https://www.datalab.to", "k_1").toString();
    CustomProcessors processors = online.client().customProcessors();

    UntrustedAddressException error =
        assertThrows(UntrustedAddressException.class, () -> processors.resume(token));

    assertEquals(token, error.token());
    assertTrue(String.valueOf(error.getMessage()).contains("https://www.datalab.to"));
    assertThrows(UntrustedAddressException.class, () -> processors.statusOfToken(token));
    assertTrue(online.simulator().requests(On.ANY).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", ".", "..", "access", "creation-allowance"})
  void whatCannotBeAKeyIsRefusedBeforeSending(String key) {
    CustomProcessors processors = online.client().customProcessors();

    assertThrows(IllegalArgumentException.class, () -> processors.job(key));
    assertThrows(IllegalArgumentException.class, () -> processors.status(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a/b", ".", "..", "cp 1", "cp\\1", "cp\n1", "..;a", ";a", "cp_\ud800"})
  void whatCannotBeAProcessorIsRefusedBeforeSending(String id) {
    CustomProcessors processors = online.client().customProcessors();
    Iteration iteration = Iteration.builder("r").build();

    assertThrows(IllegalArgumentException.class, () -> processors.iterate(id, iteration));
  }

  @Test
  void unknownKeyIsATypedErrorWithTheToken() {
    GenerationJob job = online.client().customProcessors().job("k_unknown");

    UnknownJobException error = Online.failure(job.result(), UnknownJobException.class);

    assertEquals(404, error.statusCode());
    assertEquals(Online.await(job.token()), error.token());
    assertEquals(1, online.simulator().requests(On.STATUS).size());
  }

  // Asking once

  @Test
  void statusAsksOnce() {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing().after(1));
    CustomProcessors processors = online.client().customProcessors();

    assertEquals("processing", Online.await(processors.status(key)).status());
    assertEquals("completed", Online.await(processors.status(key)).status());
    assertEquals(2, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void statusOfTokenAsksOnce() {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing().after(1));
    CustomProcessors processors = online.client().customProcessors();
    String token = Online.await(processors.job(key).token());

    assertEquals("processing", Online.await(processors.statusOfToken(token)).status());
    assertEquals(1, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void statusOfAnUnknownKeyIsATypedErrorWithTheToken() {
    CustomProcessors processors = online.client().customProcessors();

    UnknownJobException error =
        Online.failure(processors.status("k_unknown"), UnknownJobException.class);

    assertTrue(CustomProcessors.isToken(String.valueOf(error.token())));
  }

  @Test
  void statusThatIsThrottledSlowsTheBudget() {
    SingleSubject<Long> slowed = SingleSubject.create();
    RequestBudget budget =
        new FixedBudget(Completable.complete()) {
          @Override
          public void throttled(long retryAfter, TimeUnit unit) {
            slowed.onSuccess(unit.toMillis(retryAfter));
          }
        };
    online.simulator().fault(On.STATUS, Fault.status(429));
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());

    ServiceUnavailableException error =
        Online.failure(
            online.client(online.builder().requestBudget(budget)).customProcessors().status(key),
            ServiceUnavailableException.class);

    assertEquals(ServiceUnavailableException.Reason.THROTTLED, error.reason());
    assertEquals(0, Online.await(slowed));
  }

  @Test
  void questionWithoutAnAnswerTimesOutWithTheToken() throws Exception {
    online.simulator().fault(On.STATUS, Fault.stall().at(Phase.BEFORE_ANSWER));
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());
    TestScheduler time = new TestScheduler();
    TestObserver<ProcessorStatus> status =
        online.client(online.builder().timerScheduler(time)).customProcessors().status(key).test();
    ReceivedRequest request = online.simulator().awaitRequest(On.STATUS, 30, TimeUnit.SECONDS);

    time.advanceTimeBy(30, TimeUnit.SECONDS);

    ServiceUnavailableException error = Online.failure(status, ServiceUnavailableException.class);
    assertEquals(ServiceUnavailableException.Reason.TIMEOUT, error.reason());
    assertTrue(CustomProcessors.isToken(String.valueOf(error.token())));
    assertTrue(request.awaitClosedByClient(30, TimeUnit.SECONDS));
    online.simulator().release();
  }

  @Test
  void questionWhoseBudgetThrowsIsNotAsked() {
    OpenBudget budget = new OpenBudget();
    budget.broken = new IllegalStateException("no store");
    Datalab client = online.client(online.builder().requestBudget(budget));

    WatchFailedException error =
        Online.failure(client.customProcessors().status("k_1"), WatchFailedException.class);

    assertEquals(budget.broken, error.getCause());
    assertTrue(online.simulator().requests(On.ANY).isEmpty());
  }
}
