package io.github.datalab4j;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.client.api.CustomProcessorsApi;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long single calls may wait and take. */
class CallLimitsTest {
  @RegisterExtension final Online online = new Online();

  @Test
  void callEndsAtTheCallTimeout() {
    online.simulator().fault(On.ANY, Fault.stall());
    Datalab client = online.client(online.builder().callTimeout(100, MILLISECONDS));

    ServiceUnavailableException error =
        Online.failure(call(client), ServiceUnavailableException.class);

    assertEquals(ServiceUnavailableException.Reason.TIMEOUT, error.reason());
    online.simulator().release();
  }

  @Test
  void slowCallsOfTheUsersHoldUpNoJob() throws Exception {
    String slow = online.simulator().startJob(Online.PROCESSOR, Job.neverEnding());
    online
        .simulator()
        .fault(On.STATUS.when(request -> request.path().endsWith(slow)), Fault.stall());
    Datalab client = online.client();
    List<TestObserver<?>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      calls.add(client.api(AnyOperationTest.Operations.class).status(slow).test());
    }
    assertTrue(online.simulator().awaitStalled(64, 30, SECONDS));

    Online.await(online.job(client).result());

    calls.forEach(call -> call.assertEmpty().dispose());
    online.simulator().release();
  }

  @Test
  void pollsAreHeldUpByTheBudgetOnly() throws Exception {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.neverEnding());
    online.simulator().fault(On.STATUS, Fault.stall());
    RequestBudget wide = RequestBudget.perMinute(4000); // 200 at once
    Datalab client = online.client(online.builder().requestBudget(wide));
    List<TestObserver<?>> watches = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      watches.add(client.customProcessors().job(key).statuses().test());
    }

    assertTrue(online.simulator().awaitStalled(100, 30, SECONDS));

    watches.forEach(TestObserver::dispose);
    online.simulator().release();
  }

  @Test
  void callTimeoutMayBeADuration() {
    online.simulator().fault(On.ANY, Fault.stall());
    Datalab client = online.client(online.builder().callTimeout(Duration.ofMillis(100)));

    Online.failure(call(client), ServiceUnavailableException.class);

    online.simulator().release();
  }

  @Test
  void callTimeoutMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> Datalab.builder().callTimeout(0, SECONDS));
    assertThrows(
        IllegalArgumentException.class, () -> Datalab.builder().callTimeout(Duration.ofNanos(1)));
  }

  @Test
  void callWhoseBudgetNeverGrantsEndsAtThePolicysDeadline() {
    TestScheduler time = new TestScheduler();
    TestObserver<?> call = call(stingy(time)).test();

    time.advanceTimeBy(29, MINUTES);
    call.assertEmpty();
    time.advanceTimeBy(1, MINUTES);

    DeadlineExceededException error = Online.failure(call, DeadlineExceededException.class);
    assertEquals(SubmissionState.NOT_APPLICABLE, error.submission());
    assertTrue(online.simulator().requests(On.ANY).isEmpty());
  }

  @Test
  void questionWhoseBudgetNeverGrantsEndsAtThePolicysDeadlineWithTheToken() {
    TestScheduler time = new TestScheduler();
    TestObserver<ProcessorStatus> status = stingy(time).customProcessors().status("k_1").test();

    time.advanceTimeBy(30, MINUTES);

    DeadlineExceededException error = Online.failure(status, DeadlineExceededException.class);
    assertEquals(SubmissionState.ACCEPTED, error.submission());
    assertTrue(CustomProcessors.isToken(String.valueOf(error.token())));
  }

  private Datalab stingy(TestScheduler time) {
    return online.client(
        online
            .builder()
            .pollPolicy(PollPolicy.proportional())
            .requestBudget(new FixedBudget(Completable.never()))
            .timerScheduler(time));
  }

  private static Single<?> call(Datalab client) {
    return client
        .api(CustomProcessorsApi.class)
        .iterateCustomPipeline("cp_12345", "r", Collections.emptyList(), null, null, null);
  }
}
