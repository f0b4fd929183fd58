package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A call of a generated interface within a poll loop, under the permit of the loop. */
class PollTicketTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  @Test
  void aPollUsesThePermitThatTheLoopHasTaken() {
    hello();
    HttpStack stack = http.stack();
    Single<Greeting> call = stack.api(GreetingApi.class).single();

    PollAnswer<Greeting> answer =
        PollTicket.poll(call, held(), stack.failures(), Runnable::run).blockingGet();

    assertEquals(PollAnswer.Kind.VALUE, answer.kind());
    assertEquals(1, http.permits.get());
  }

  @Test
  void aPollsOneTicketPaysForOneCall() {
    hello();
    hello();
    HttpStack stack = http.stack();
    GreetingApi api = stack.api(GreetingApi.class);
    Single<Greeting> call = api.single().flatMap(first -> api.single());

    HttpFixture.await(PollTicket.poll(call, held(), stack.failures(), Runnable::run));

    assertEquals(2, http.permits.get());
  }

  @Test
  void ofTwoCallsAtOnceTheTicketPaysForOne() {
    hello();
    hello();
    HttpStack stack = http.stack();
    GreetingApi api = stack.api(GreetingApi.class);
    Single<String> call = Single.zip(api.single(), api.single(), (one, other) -> one.text);

    HttpFixture.await(PollTicket.poll(call, held(), stack.failures(), Runnable::run));

    assertEquals(2, http.permits.get());
  }

  @Test
  void aTicketThatNobodyUsedIsGone() {
    hello();
    HttpStack stack = http.stack();
    HttpFixture.await(PollTicket.poll(Single.just("x"), held(), stack.failures(), Runnable::run));

    HttpFixture.await(stack.api(GreetingApi.class).single());

    assertEquals(2, http.permits.get());
  }

  @Test
  void aPollHearsRetryAfterOfAGoodAnswerToo() {
    http.server.enqueue(HttpFixture.json("{\"text\":\"a\"}").setHeader("Retry-After", "9"));
    HttpStack stack = http.stack();

    assertEquals(
        9000,
        PollTicket.poll(
                stack.api(GreetingApi.class).single().map(greeting -> greeting.text),
                held(),
                stack.failures(),
                Runnable::run)
            .blockingGet()
            .retryAfterMillis());
  }

  @Test
  void a429OfAPollIsLeftToTheLoopToTellTheBudget() {
    http.server.enqueue(new MockResponse().setResponseCode(429).setHeader("Retry-After", "9"));
    HttpStack stack = http.stack();

    PollAnswer<Greeting> answer =
        PollTicket.poll(
                stack.api(GreetingApi.class).single(), held(), stack.failures(), Runnable::run)
            .blockingGet();

    assertEquals(PollAnswer.Kind.THROTTLED, answer.kind());
    assertEquals(9000, answer.retryAfterMillis());
    assertEquals(Collections.emptyList(), http.throttles);
  }

  @Test
  void aPollThatFailsByAFaultOfItsOwnEndsTheWatch() {
    IllegalStateException own = new IllegalStateException("mine");

    PollAnswer<String> answer =
        PollTicket.<String>poll(Single.error(own), held(), http.stack().failures(), Runnable::run)
            .blockingGet();

    assertEquals(PollAnswer.Kind.FATAL, answer.kind());
    assertEquals(own, answer.error());
  }

  @Test
  void theLoopsPermitIsReleasedAtTheEndOfTheCall() {
    hello();
    HttpStack stack = http.stack();
    GreetingApi api = stack.api(GreetingApi.class);
    Permit loops = held();
    Single<Greeting> poll =
        api.single().doOnSuccess(greeting -> assertEquals(1, http.released.get()));

    HttpFixture.await(PollTicket.poll(poll, loops, stack.failures(), Runnable::run));

    assertEquals(1, http.released.get());
  }

  @Test
  void theLoopsPermitIsNotHeldForACallThatTakesOneElsewhere() {
    hello();
    HttpStack stack = http.stack();
    TestScheduler elsewhere = new TestScheduler();
    Single<Greeting> call = stack.api(GreetingApi.class).single().subscribeOn(elsewhere);
    TestObserver<?> answer = PollTicket.poll(call, held(), stack.failures(), Runnable::run).test();
    assertEquals(1, http.released.get());

    elsewhere.triggerActions();

    answer.awaitDone(10, TimeUnit.SECONDS).assertComplete();
    assertEquals(2, http.permits.get());
  }

  @Test
  void aTicketPaysForNoCallOfAnotherClient() {
    hello();
    OpenBudget budget = new OpenBudget();
    HttpStack stack = http.stack();
    Single<Greeting> call = stack.api(GreetingApi.class).single();

    HttpFixture.await(PollTicket.poll(call, held(budget), stack.failures(), Runnable::run));

    assertEquals(1, http.permits.get());
    assertEquals(1, budget.released);
  }

  /** One that the loop has taken. */
  private Permit held() {
    return held(http.budget);
  }

  private static Permit held(RequestBudget budget) {
    Permit permit = new Permit(budget);
    permit.subscribe();
    return permit;
  }

  private void hello() {
    http.server.enqueue(HttpFixture.json("{\"text\":\"hello\"}"));
  }
}
