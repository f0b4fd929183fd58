package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subjects.CompletableSubject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Response;
import retrofit2.adapter.rxjava3.Result;

/** Calls of a generated interface, as {@code datalab.api(…)} gives them. */
class ApiCallsTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  @Test
  void everyTypeOfResultIsAnswered() throws IOException {
    for (int i = 0; i < 7; i++) {
      hello();
    }
    GreetingApi api = http.api();

    assertEquals("hello", api.single().blockingGet().text);
    assertEquals("hello", api.response().blockingGet().body().text);
    assertEquals("hello", api.result().blockingGet().response().body().text);
    assertEquals("hello", api.maybe().blockingGet().text);
    assertEquals("hello", api.observable().blockingFirst().text);
    assertEquals("hello", api.flowable().blockingFirst().text);
    api.completable().blockingAwait();
    assertEquals(7, http.permits.get());
  }

  @Test
  void aCallThatCannotBeStartedIsAnErrorOfTheFamily() {
    EventListener throwing =
        new EventListener() {
          @Override
          public void callStart(Call call) {
            throw new NoClassDefFoundError("missing");
          }
        };
    http.client = http.client.newBuilder().eventListener(throwing).build();

    assertInstanceOf(ServiceUnavailableException.class, failure(http.api().single()));
  }

  @Test
  void anAnswerWithoutABodyIsEmptyWhereThatIsPossible() {
    for (int i = 0; i < 4; i++) {
      http.server.enqueue(new MockResponse().setResponseCode(204));
    }
    GreetingApi api = http.api();

    assertTrue(api.maybe().isEmpty().blockingGet());
    assertTrue(api.observable().isEmpty().blockingGet());
    assertTrue(api.flowable().isEmpty().blockingGet());
    api.completable().blockingAwait();
  }

  @Test
  void aResponseWithAnErrorIsAValueOnlyWhereTheResponseIsAskedFor() {
    for (int i = 0; i < 7; i++) {
      http.server.enqueue(
          new MockResponse().setResponseCode(422).setBody("{\"detail\":\"wrong\"}"));
    }
    GreetingApi api = http.api();

    assertEquals(422, api.response().blockingGet().code());
    assertEquals(422, api.result().blockingGet().response().code());
    refused(api.single().ignoreElement());
    refused(api.maybe().ignoreElement());
    refused(api.observable().ignoreElements());
    refused(api.flowable().ignoreElements());
    refused(api.completable());
  }

  @Test
  void aResultNeverFails() {
    http.server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AT_START));

    Result<Greeting> result = http.api().result().blockingGet();

    assertInstanceOf(ServiceUnavailableException.class, result.error());
  }

  @Test
  void nothingIsSentBeforeThePermit() {
    CompletableSubject permit = CompletableSubject.create();
    HttpSettings settings = http.settings();
    settings.budget = new FixedBudget(permit);
    hello();
    TestObserver<Greeting> observer = http.stack(settings).api(GreetingApi.class).single().test();
    http.assertRequests(0);

    permit.onComplete();

    observer.awaitDone(10, TimeUnit.SECONDS).assertValueCount(1);
  }

  @Test
  void theTimerRunsFromThePermitOn() {
    TestScheduler time = new TestScheduler();
    HttpSettings settings = http.settings();
    settings.budget = new FixedBudget(Completable.timer(29, TimeUnit.MINUTES, time));
    settings.timer = time;
    hello();
    TestObserver<Greeting> observer = http.stack(settings).api(GreetingApi.class).single().test();

    time.advanceTimeBy(29, TimeUnit.MINUTES);

    observer.awaitDone(10, TimeUnit.SECONDS).assertValueCount(1);
  }

  @Test
  void tooManyRequestsAreToldToTheBudget() {
    http.server.enqueue(new MockResponse().setResponseCode(429).setHeader("Retry-After", "3"));
    http.server.enqueue(new MockResponse().setResponseCode(429));
    GreetingApi api = http.api();

    ServiceUnavailableException error =
        assertInstanceOf(ServiceUnavailableException.class, failure(api.single()));
    assertEquals(429, api.response().blockingGet().code());

    assertEquals(ServiceUnavailableException.Reason.THROTTLED, error.reason());
    assertEquals(3000, error.retryAfterMillis());
    assertEquals(java.util.Arrays.asList(3000L, 0L), http.throttles);
  }

  @Test
  void answersComeOnTheCallbackScheduler() {
    HttpSettings settings = http.settings();
    settings.callbacks = Schedulers.single();
    hello();

    String thread =
        http.stack(settings)
            .api(GreetingApi.class)
            .single()
            .map(greeting -> Thread.currentThread().getName())
            .blockingGet();

    assertTrue(thread.startsWith("RxSingleScheduler"), thread);
  }

  @Test
  void aCallWhoseTimeoutFiresEnds() {
    http.client = http.client.newBuilder().callTimeout(200, TimeUnit.MILLISECONDS).build();
    http.server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));

    ServiceUnavailableException error =
        assertInstanceOf(ServiceUnavailableException.class, failure(http.api().single()));
    assertEquals(ServiceUnavailableException.Reason.TIMEOUT, error.reason());
  }

  @Test
  void aCallThatSomebodyElseCancelsEnds() {
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  chain.call().cancel();
                  return chain.proceed(chain.request());
                })
            .build();

    assertInstanceOf(ServiceUnavailableException.class, failure(http.api().single()));
  }

  @Test
  void anInterceptorsFailureIsTheCallsFailure() {
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  throw new IOException("no network today");
                })
            .build();

    Throwable error = failure(http.api().single());
    assertTrue(error.getMessage().contains("no network today"), error.getMessage());
  }

  @Test
  void closeEndsCallsUnderWayAndThoseToCome() throws InterruptedException {
    http.server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    HttpStack stack = http.stack();
    TestObserver<Greeting> underWay = stack.api(GreetingApi.class).single().test();
    http.taken();

    stack.close();

    underWay.awaitDone(10, TimeUnit.SECONDS).assertError(ClientClosedException.class);
    assertInstanceOf(ClientClosedException.class, failure(stack.api(GreetingApi.class).single()));
    assertInstanceOf(
        ClientClosedException.class, failure(stack.unbudgetedApi(GreetingApi.class).single()));
    http.assertRequests(1);
  }

  @Test
  void closeEndsAWaitForTheBudget() {
    HttpSettings settings = http.settings();
    settings.budget = new FixedBudget(Completable.never());
    HttpStack stack = http.stack(settings);
    TestObserver<Greeting> waiting = stack.api(GreetingApi.class).single().test();

    stack.close();

    waiting.awaitDone(10, TimeUnit.SECONDS).assertError(ClientClosedException.class);
  }

  @Test
  void uploadsNeverDelayOtherCalls() throws InterruptedException {
    Dispatcher narrow = new Dispatcher();
    narrow.setMaxRequests(1);
    http.client = http.client.newBuilder().dispatcher(narrow).build();
    HttpStack stack = http.stack();
    int uploads = 70; // more than are sent at once
    // Not from a queue, where a call could take the answer of an upload that came before it.
    http.server.setDispatcher(
        new okhttp3.mockwebserver.Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return "POST".equals(request.getMethod())
                ? new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE)
                : HttpFixture.json("{\"text\":\"hello\"}");
          }
        });
    io.reactivex.rxjava3.disposables.CompositeDisposable all =
        new io.reactivex.rxjava3.disposables.CompositeDisposable();
    for (int i = 0; i < uploads; i++) {
      all.add(
          stack
              .submit("cp_1", Iteration.builder("r").build(), new RecordingWatch())
              .subscribe(outcome -> {}));
    }
    for (int i = 0; i < 64; i++) {
      http.taken();
    }

    HttpFixture.await(stack.api(GreetingApi.class).single());
    all.dispose();
  }

  @Test
  void aClientOfOurOwnWorksAndLeavesNoThreadBehind() throws InterruptedException {
    HttpSettings settings = http.settings();
    settings.client = null;
    HttpStack stack = http.stack(settings);
    hello();
    HttpFixture.await(stack.api(GreetingApi.class).single());
    http.server.enqueue(HttpFixture.json(HttpFixture.ACCEPTED));
    http.submit();

    stack.close();

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("datalab4j-")) {
        thread.join(10_000);
        assertFalse(thread.isAlive(), thread.getName());
      }
    }
  }

  /** Over HTTP/2 they go on when their calls are cancelled. */
  @Test
  void aClientOfOurOwnLeavesNoConnectionOpen() throws InterruptedException {
    List<Protocol> http2 = Collections.singletonList(Protocol.H2_PRIOR_KNOWLEDGE);
    http.server.setProtocols(http2);
    Sockets sockets = new Sockets();
    HttpSettings settings = http.settings();
    settings.client = null;
    settings.configure = okHttp -> okHttp.protocols(http2).socketFactory(sockets);
    HttpStack stack = http.stack(settings);
    hello();
    HttpFixture.await(stack.api(GreetingApi.class).single());
    for (int i = 0; i < 8; i++) {
      http.server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
      stack.api(GreetingApi.class).single().test().assertEmpty();
    }
    for (int i = 0; i < 9; i++) {
      http.taken();
    }

    stack.close();

    assertTrue(sockets.awaitClosed());
  }

  @Test
  void unbudgetedCallsTakeNoPermitAndGiveTheResponseAsItIs() {
    http.server.enqueue(new MockResponse().setResponseCode(429).setHeader("Retry-After", "3"));

    Response<Greeting> response =
        http.stack().unbudgetedApi(GreetingApi.class).response().blockingGet();

    assertEquals("3", response.headers().get("Retry-After"));
    assertEquals(0, http.permits.get());
    assertEquals(Collections.emptyList(), http.throttles);
  }

  @Test
  void aUsersPostIsOneShotAsWell() {
    http.server.enqueue(new MockResponse().setResponseCode(503).setHeader("Retry-After", "0"));
    hello();

    okhttp3.RequestBody body = okhttp3.RequestBody.create(ByteString.encodeUtf8("x"), null);
    assertEquals(503, http.api().post(body).blockingGet().code());

    http.assertRequests(1);
  }

  @Test
  void theKeyIsInNoError() {
    http.server.enqueue(
        new MockResponse()
            .setResponseCode(401)
            .setBody("{\"detail\":\"bad key " + HttpFixture.KEY + "\"}"));

    RequestRefusedException error =
        assertInstanceOf(RequestRefusedException.class, failure(http.api().single()));

    assertFalse(error.getMessage().contains(HttpFixture.KEY));
    assertFalse(error.body().contains(HttpFixture.KEY));
    assertEquals("bad key ***", error.detail().text());
  }

  private void hello() {
    http.server.enqueue(HttpFixture.json("{\"text\":\"hello\"}"));
  }

  private static void refused(Completable call) {
    call.test()
        .awaitDone(10, TimeUnit.SECONDS)
        .assertError(
            e -> ((RequestRefusedException) e).detail().equals(ErrorDetail.ofText("wrong")));
  }

  private static Throwable failure(Single<?> call) {
    Throwable[] error = {null};
    call.test()
        .awaitDone(10, TimeUnit.SECONDS)
        .assertError(
            e -> {
              error[0] = e;
              return true;
            });
    assertNotNull(error[0]);
    return error[0];
  }
}
