package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.ServiceUnavailableException.Reason;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** {@code api(…)} and {@code poll(…)}: any generated operation, with the same care. */
class AnyOperationTest {
  @RegisterExtension final Online online = new Online();

  /** As a user's own generation brings it. */
  interface Operations {
    @GET("api/v1/custom_processors/{key}")
    Single<CustomProcessorStatusResponse> status(@Path("key") String key);

    @GET("api/v1/custom_processors/{key}")
    Single<Response<CustomProcessorStatusResponse>> statusWithHttpInfo(@Path("key") String key);
  }

  @Test
  void interfaceIsCalledWithTheKey() {
    Single<CustomProcessorStatusResponse> call = call(online.client(), Job.completing().after(0));

    assertEquals("completed", Online.await(call).status());
  }

  @Test
  void errorIsOfTheFamilyAndAboutNoSubmission() {
    Operations api = online.client().api(Operations.class);

    RequestRefusedException error =
        Online.failure(api.status("k_unknown"), RequestRefusedException.class);

    assertEquals(404, error.statusCode());
    assertEquals(SubmissionState.NOT_APPLICABLE, error.submission());
    assertNull(error.token());
  }

  @Test
  void operationIsWatchedUpToItsTerminalAnswer() {
    Datalab client = online.client();
    Single<CustomProcessorStatusResponse> call = call(client, Job.completing().after(2));

    List<CustomProcessorStatusResponse> answers =
        Online.await(client.poll(call, AnyOperationTest::isDone, Online.FAST));

    assertEquals(3, answers.size());
    assertEquals(3, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void pollTakesOnePermitOfTheBudget() {
    AtomicInteger permits = new AtomicInteger();
    OpenBudget budget = new OpenBudget();
    budget.next = Completable.fromAction(permits::incrementAndGet);
    Datalab client = online.client(online.builder().requestBudget(budget));
    Single<CustomProcessorStatusResponse> call = call(client, Job.completing().after(2));

    Online.await(client.poll(call, AnyOperationTest::isDone, Online.FAST));

    assertEquals(3, permits.get());
  }

  @Test
  void subscribersShareOneLoopAndItsEndIsKept() {
    Datalab client = online.client();
    Observable<CustomProcessorStatusResponse> watch =
        client.poll(call(client, Job.completing().after(2)), AnyOperationTest::isDone, Online.FAST);

    TestObserver<CustomProcessorStatusResponse> one = watch.test();
    TestObserver<CustomProcessorStatusResponse> two = watch.test();
    one.awaitDone(30, TimeUnit.SECONDS).assertComplete();
    two.awaitDone(30, TimeUnit.SECONDS).assertComplete();

    assertEquals(1, Online.await(watch).size());
    assertEquals(3, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void failuresAreBorneUpToThePolicysNumber() {
    online.simulator().fault(On.STATUS, Fault.status(502));
    Datalab client = online.client();
    PollPolicy policy = Online.FAST.toBuilder().failuresBorne(2).build();

    ServiceUnavailableException error =
        Online.failure(
            client.poll(call(client, Job.completing()), AnyOperationTest::isDone, policy),
            ServiceUnavailableException.class);

    assertEquals(Reason.TOO_MANY_FAILURES, error.reason());
    assertEquals(502, error.statusCode());
    assertEquals(3, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void deadlineEndsTheWatch() {
    Datalab client = online.client();
    PollPolicy policy = Online.FAST.toBuilder().deadline(50, TimeUnit.MILLISECONDS).build();

    DeadlineExceededException error =
        Online.failure(
            client.poll(call(client, Job.neverEnding()), AnyOperationTest::isDone, policy),
            DeadlineExceededException.class);

    assertEquals(SubmissionState.NOT_APPLICABLE, error.submission());
    assertNull(error.token());
  }

  @Test
  void retryAfterBeyondTheDeadlineEndsTheWatchAtOnce() {
    online.simulator().fault(On.STATUS, Fault.header("Retry-After", "3600"));
    Datalab client = online.client();

    ServiceUnavailableException error =
        Online.failure(
            client.poll(call(client, Job.neverEnding()), AnyOperationTest::isDone, Online.FAST),
            ServiceUnavailableException.class);

    assertEquals(Reason.RETRY_AFTER_BEYOND_DEADLINE, error.reason());
  }

  @Test
  void wholeResponsesAreWatchedTheSameWay() {
    online.simulator().fault(On.STATUS.call(1), Fault.status(503));
    Datalab client = online.client();
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing().after(1));

    List<CustomProcessorStatusResponse> answers =
        Online.await(
            client.pollResponses(
                client.api(Operations.class).statusWithHttpInfo(key),
                AnyOperationTest::isDone,
                Online.FAST));

    assertEquals(2, answers.size());
    assertEquals(3, online.simulator().requests(On.STATUS).size());
  }

  @Test
  void responseThatIsARefusalEndsTheWatch() {
    Datalab client = online.client();

    RequestRefusedException error =
        Online.failure(
            client.pollResponses(
                client.api(Operations.class).statusWithHttpInfo("k_unknown"),
                AnyOperationTest::isDone,
                Online.FAST),
            RequestRefusedException.class);

    assertEquals(404, error.statusCode());
  }

  @Test
  void closeEndsTheWatchAndThoseToCome() throws Exception {
    Datalab client = online.client();
    Single<CustomProcessorStatusResponse> call = call(client, Job.neverEnding());
    TestObserver<CustomProcessorStatusResponse> watch =
        client.poll(call, AnyOperationTest::isDone, Online.FAST).test();
    online.simulator().awaitRequest(On.STATUS.call(2), 30, TimeUnit.SECONDS);

    client.close();

    Online.failure(watch, ClientClosedException.class);
    Online.failure(
        client.poll(call, AnyOperationTest::isDone, Online.FAST), ClientClosedException.class);
  }

  @Test
  void callOfTheUsersOwnIsPolledToo() {
    AtomicInteger asked = new AtomicInteger();
    Single<Integer> call = Single.fromCallable(asked::incrementAndGet);

    List<Integer> answers =
        Online.await(online.client().poll(call, number -> number == 3, Online.FAST));

    assertEquals(3, answers.size());
    assertTrue(online.simulator().requests(On.ANY).isEmpty());
  }

  private Single<CustomProcessorStatusResponse> call(Datalab client, Job job) {
    String key = online.simulator().startJob(Online.PROCESSOR, job);
    return client.api(Operations.class).status(key);
  }

  private static boolean isDone(CustomProcessorStatusResponse answer) {
    return answer.status().equals("completed");
  }
}
