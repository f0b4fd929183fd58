package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import io.github.datalab4j.simulator.ReceivedRequest;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a submission when something goes wrong, over real HTTP. */
class SubmitFaultsTest {
  @RegisterExtension final Online online = new Online();

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 413, 422})
  void refusalIsTypedAndNeverSentAgain(int code) {
    online.simulator().fault(On.ITERATE, Fault.status(code));

    RequestRefusedException error =
        Online.failure(online.job().result().retry(2), RequestRefusedException.class);

    assertEquals(code, error.statusCode());
    assertEquals(SubmissionState.REFUSED, error.submission());
    assertNull(error.token());
    assertEquals(1, online.simulator().requests(On.ITERATE).size());
  }

  @Test
  void wrongKeyIsARefusalThatDoesNotShowTheKey() {
    String wrong = Online.KEY + "1";
    Datalab client = online.client(online.builder().apiKey(wrong));

    RequestRefusedException error =
        Online.failure(online.job(client).result(), RequestRefusedException.class);

    assertEquals(401, error.statusCode());
    assertNotNull(error.detail());
    assertFalse(error.toString().contains(wrong));
  }

  @Test
  void answerWithoutSuccessIsARefusalWithItsText() {
    online.simulator().nextJob(Job.refused("Spend cap reached"));

    RequestRefusedException error =
        Online.failure(online.job().result(), RequestRefusedException.class);

    assertEquals(200, error.statusCode());
    assertTrue(String.valueOf(error.getMessage()).contains("Spend cap reached"));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 529})
  void serverErrorLeavesTheSubmissionUnknownAndNothingIsSentAgain(int code) {
    online.simulator().fault(On.ITERATE, Fault.status(code));

    SubmissionUnknownException error =
        Online.failure(online.job().result().retry(2), SubmissionUnknownException.class);

    assertEquals(code, error.statusCode());
    assertEquals(SubmissionState.UNKNOWN, error.submission());
    assertEquals(1, online.simulator().requests(On.ITERATE).size());
  }

  @Test
  void lostAnswerLeavesTheSubmissionUnknownThoughAJobWasMade() {
    online.simulator().fault(On.ITERATE, Fault.reset().at(Phase.BEFORE_ANSWER));

    Online.failure(online.job().result().retry(2), SubmissionUnknownException.class);

    assertEquals(1, online.simulator().iterations().size());
    assertTrue(online.simulator().iterations().get(0).isAccepted());
  }

  @Test
  void invitationToComeAgainAtOnceIsNotFollowed() {
    Answer answer = Answer.status(503).header("Retry-After", "0");
    online.simulator().fault(On.ITERATE, Fault.answer(answer));

    Online.failure(online.job().result(), SubmissionUnknownException.class);

    assertEquals(1, online.simulator().requests(On.ITERATE).size());
  }

  @Test
  void redirectIsNotFollowed() {
    online
        .simulator()
        .fault(On.ITERATE, Fault.redirect(307, online.simulator().url() + "/elsewhere"));

    Online.failure(online.job().result(), UntrustedAddressException.class);

    assertEquals(1, online.simulator().requests(On.ANY).size());
  }

  @Test
  void connectionBrokenInTheBodyIsNotSentAndTheJobMayBeSentAnew() {
    online
        .simulator()
        .fault(On.ITERATE.call(1), Fault.reset().at(Phase.REQUEST_BODY).afterBytes(1));
    GenerationJob job = online.client().customProcessors().iterate(Online.PROCESSOR, large());

    NotSentException error = Online.failure(job.result(), NotSentException.class);

    assertEquals(SubmissionState.NOT_SENT, error.submission());
    Online.await(job.result());
    assertEquals(1, online.simulator().iterations().size());
  }

  @Test
  void unreachableServiceIsTriedAgainUntilItIsThere() throws Exception {
    online.simulator().refuseConnections();
    TestObserver<GeneratedProcessor> result =
        online.job(online.client(online.builder(acceptingAfter(1)))).result().test();

    result.awaitDone(30, TimeUnit.SECONDS).assertComplete();
    assertEquals(1, online.simulator().requests(On.ITERATE).size());
  }

  @Test
  void tooManyRequestsAreTriedAgain() {
    online.simulator().fault(On.ITERATE.call(1), Fault.status(429));

    Online.await(online.job().result());

    assertEquals(2, online.simulator().requests(On.ITERATE).size());
  }

  @Test
  void serviceThatIsNeverThereIsNotSent() {
    Datalab client =
        online.client(
            online
                .builder()
                .baseUrl("http://127.0.0.1:1")
                .submitTimeout(300, TimeUnit.MILLISECONDS));

    NotSentException error = Online.failure(online.job(client).result(), NotSentException.class);

    assertEquals(SubmissionState.NOT_SENT, error.submission());
  }

  @Test
  void submitTimeoutAfterTheBodyIsUnknown() {
    online.simulator().fault(On.ITERATE, Fault.stall().at(Phase.BEFORE_ANSWER));
    TestScheduler time = new TestScheduler();
    GenerationJob job = online.job(online.client(online.builder().timerScheduler(time)));
    TestObserver<GeneratedProcessor> result = job.result().test();
    awaitState(job, "SENT");

    time.advanceTimeBy(10, TimeUnit.MINUTES);

    Online.failure(result, SubmissionUnknownException.class);
    online.simulator().release();
  }

  @Test
  void documentThatIsGoneIsNamedAndNothingIsSent() {
    Document gone =
        Document.of(
            "gone.pdf",
            10,
            () -> {
              throw new IOException("it was deleted");
            });
    GenerationJob job =
        online
            .client()
            .customProcessors()
            .iterate(Online.PROCESSOR, Iteration.builder("r").file(gone).build());

    NotSentException error = Online.failure(job.result(), NotSentException.class);

    assertTrue(String.valueOf(error.getMessage()).contains("gone.pdf"), error::getMessage);
    assertTrue(online.simulator().iterations().isEmpty());
  }

  // Leaving

  @Test
  void leavingWhileTheBodyIsIncompleteClosesTheSocketAndTheJobIsNewAgain() throws Exception {
    online
        .simulator()
        .fault(On.ITERATE.call(1), Fault.stall().at(Phase.REQUEST_BODY).afterBytes(1));
    GenerationJob job = online.client().customProcessors().iterate(Online.PROCESSOR, large());
    TestObserver<GeneratedProcessor> result = job.result().test();
    ReceivedRequest request = online.simulator().awaitRequest(On.ITERATE, 30, TimeUnit.SECONDS);
    assertTrue(request.awaitBodyBytes(1, 30, TimeUnit.SECONDS));

    result.dispose();
    online.simulator().release(); // it reads on, and sees how far the body came

    assertTrue(request.awaitClosedByClient(30, TimeUnit.SECONDS));
    assertFalse(request.isBodyComplete());
    assertEquals("GenerationJob{NEW}", job.toString());
    assertTrue(online.simulator().iterations().isEmpty());
  }

  @Test
  void jobThatIsNewAgainIsSentByTheNextSubscriber() throws Exception {
    online
        .simulator()
        .fault(On.ITERATE.call(1), Fault.stall().at(Phase.REQUEST_BODY).afterBytes(1));
    GenerationJob job = online.client().customProcessors().iterate(Online.PROCESSOR, large());
    TestObserver<GeneratedProcessor> result = job.result().test();
    ReceivedRequest request = online.simulator().awaitRequest(On.ITERATE, 30, TimeUnit.SECONDS);
    assertTrue(request.awaitBodyBytes(1, 30, TimeUnit.SECONDS));
    result.dispose();
    online.simulator().release();

    Online.await(job.result());

    assertEquals(1, online.simulator().iterations().size());
  }

  @Test
  void leavingAfterTheBodyIsOutKeepsTheAnswer() throws Exception {
    online.simulator().fault(On.ITERATE, Fault.stall().at(Phase.BEFORE_ANSWER));
    GenerationJob job = online.job();
    TestObserver<GeneratedProcessor> result = job.result().test();
    ReceivedRequest request = online.simulator().awaitRequest(On.ITERATE, 30, TimeUnit.SECONDS);
    awaitState(job, "SENT");

    result.dispose();
    online.simulator().release();

    assertTrue(request.awaitAnswered(30, TimeUnit.SECONDS));
    Online.await(job.result());
    assertEquals(1, online.simulator().iterations().size());
  }

  /** More than all buffers between here and there hold. */
  private static Iteration large() {
    long length = 40_000_000;
    return Iteration.builder("r")
        .file(Document.of("a.pdf", length, () -> new Zeros(length)))
        .build();
  }

  /** Lets the simulator accept connections once so many tries have failed. */
  private DatalabEventListener acceptingAfter(int tries) {
    return new DatalabEventListener() {
      private int failed;

      @Override
      public void notAccepted(String processorId, DatalabException error) {
        if (++failed == tries) {
          online.simulator().acceptConnections();
        }
      }
    };
  }

  private static void awaitState(GenerationJob job, String state) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!job.toString().contains(state)) {
      assertTrue(System.nanoTime() < end, job::toString);
      Thread.onSpinWait();
    }
  }
}
