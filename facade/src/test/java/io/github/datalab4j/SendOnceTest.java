package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Completable;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing posts twice: each follow-up of OkHttp's is provoked, with a second answer waiting that
 * would accept. {@link #bareOkHttpPostsTwice} shows that the provocations are real.
 */
class SendOnceTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  @Test
  void serviceUnavailableWithRetryAfterZeroIsNotPostedAgain() throws IOException {
    http.answerFirst(new MockResponse().setResponseCode(503).setHeader("Retry-After", "0"));

    HttpFixture.assertUnknown(http.submit(), 503);
    http.assertRequests(1);
  }

  @Test
  void aRefusalByTheOriginThatOkHttpTakesFromProxiesOnlyIsARefusal() throws IOException {
    http.answerFirst(new MockResponse().setResponseCode(407));

    assertEquals(SubmissionState.REFUSED, http.submit().error().submission());
    http.assertRequests(1);
  }

  @Test
  void requestTimeoutIsNotPostedAgain() throws IOException {
    http.answerFirst(new MockResponse().setResponseCode(408));

    HttpFixture.assertUnknown(http.submit(), 408);
    http.assertRequests(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void aRedirectIsNotFollowed(int code) throws IOException {
    http.answerFirst(new MockResponse().setResponseCode(code).setHeader("Location", "/elsewhere"));

    DatalabException error = http.submit().error();

    assertInstanceOf(UntrustedAddressException.class, error);
    assertEquals(SubmissionState.REFUSED, error.submission());
    http.assertRequests(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303})
  void aRedirectAfterTheSubmissionIsNotFollowedAndTellsNothing(int code) throws IOException {
    http.answerFirst(new MockResponse().setResponseCode(code).setHeader("Location", "/elsewhere"));

    HttpFixture.assertUnknown(http.submit(), code);
    http.assertRequests(1);
  }

  @Test
  void aMisdirectedRequestIsNotPostedAgain() throws IOException {
    http.answerFirst(new MockResponse().setResponseCode(421));

    assertEquals(SubmissionState.REFUSED, http.submit().error().submission());
    http.assertRequests(1);
  }

  @Test
  void anAnswerThatIsLostIsNotAskedForAgain() throws IOException {
    http.answerFirst(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

    HttpFixture.assertUnknown(http.submit(), 0);
    http.assertRequests(1);
  }

  @Test
  void aPooledConnectionThatTheServerHasClosedIsNotUsed() {
    HttpStack stack = http.stack();
    http.server.enqueue(
        HttpFixture.json("{\"text\":\"hello\"}").setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));
    HttpFixture.await(stack.api(GreetingApi.class).single());
    http.server.enqueue(HttpFixture.json(HttpFixture.ACCEPTED));

    assertTrue(http.submit().token() != null);
    http.assertRequests(2);
  }

  @Test
  void everySubmissionHasAConnectionOfItsOwn() throws InterruptedException {
    http.stack();
    for (int i = 0; i < 3; i++) {
      http.server.enqueue(HttpFixture.json(HttpFixture.ACCEPTED));
      http.submit();
      assertEquals(0, http.taken().getSequenceNumber());
    }
  }

  @Test
  void anAuthenticatorIsNotAsked() throws IOException {
    http.client =
        http.client
            .newBuilder()
            .authenticator(
                (route, response) ->
                    response.request().newBuilder().header("Authorization", "x").build())
            .build();
    http.answerFirst(new MockResponse().setResponseCode(401));

    assertEquals(SubmissionState.REFUSED, http.submit().error().submission());
    http.assertRequests(1);
  }

  @Test
  void overHttp2ItIsTheSame() throws IOException {
    http.server.setProtocols(Collections.singletonList(Protocol.H2_PRIOR_KNOWLEDGE));
    http.client =
        http.client
            .newBuilder()
            .protocols(Collections.singletonList(Protocol.H2_PRIOR_KNOWLEDGE))
            .build();
    http.answerFirst(new MockResponse().setResponseCode(503).setHeader("Retry-After", "0"));

    HttpFixture.assertUnknown(http.submit(), 503);
    http.assertRequests(1);
  }

  @Test
  void overHttp2ARefusedStreamIsNotPostedAgain() throws IOException {
    http.server.setProtocols(Collections.singletonList(Protocol.H2_PRIOR_KNOWLEDGE));
    http.client =
        http.client
            .newBuilder()
            .protocols(Collections.singletonList(Protocol.H2_PRIOR_KNOWLEDGE))
            .build();
    http.answerFirst(
        new MockResponse()
            .setSocketPolicy(SocketPolicy.RESET_STREAM_AT_START)
            .setHttp2ErrorCode(7)); // REFUSED_STREAM

    SubmitOutcome outcome = http.submit();

    assertFalse(outcome.again());
    assertTrue(outcome.token() == null);
    assertTrue(http.server.getRequestCount() <= 1);
  }

  @Test
  void aConnectionThatWasNeverMadeMayBeTriedAgain() throws IOException {
    HttpSettings settings = closedPort();

    SubmitOutcome outcome =
        http.stack(settings)
            .submit("cp_1", Iteration.builder("r").build(), new RecordingWatch())
            .blockingGet();

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
    assertTrue(outcome.again());
  }

  @Test
  void tooManyRequestsMayBeTriedAgainWhenTheServerSaysSo() throws IOException {
    http.answerFirst(new MockResponse().setResponseCode(429).setHeader("Retry-After", "7"));

    SubmitOutcome outcome = http.submit();

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
    assertTrue(outcome.again());
    assertEquals(7000, outcome.retryAfterMillis());
    http.assertRequests(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308, 408, 503})
  void bareOkHttpPostsTwice(int code) throws IOException {
    http.answerFirst(
        new MockResponse()
            .setResponseCode(code)
            .setHeader("Retry-After", "0")
            .setHeader("Location", "/elsewhere"));

    postBare();

    http.assertRequests(2);
  }

  @Test
  void bareOkHttpPostsTwiceWhenAPooledConnectionDies() throws IOException {
    http.server.enqueue(HttpFixture.json(HttpFixture.ACCEPTED));
    postBare();
    http.answerFirst(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

    postBare();

    http.assertRequests(3);
  }

  @Test
  void aGetIsNotRepeatedAtOncePastTheBudgetEither() throws IOException {
    http.answerFirst(new MockResponse().setResponseCode(503).setHeader("Retry-After", "0"));

    http.api()
        .single()
        .test()
        .awaitDone(10, TimeUnit.SECONDS)
        .assertError(ServiceUnavailableException.class);
    http.assertRequests(1);
  }

  @Test
  void aGetThatOkHttpRepeatsIsChargedToTheBudget() throws IOException {
    GreetingApi api = http.api();
    http.server.enqueue(HttpFixture.json("{\"text\":\"hello\"}"));
    HttpFixture.await(api.single());
    http.server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
    http.server.enqueue(HttpFixture.json("{\"text\":\"hello\"}"));

    HttpFixture.await(api.single());

    assertEquals(3, http.permits.get());
    http.assertRequests(3);
  }

  @Test
  void aBudgetThatFailsToBeChargedHarmsNoCall() throws IOException {
    HttpSettings settings = http.settings();
    AtomicInteger asked = new AtomicInteger();
    settings.budget =
        new FixedBudget(
            Completable.fromAction(
                () -> {
                  if (asked.incrementAndGet() == 3) {
                    throw new IOException("the store");
                  }
                }));
    GreetingApi api = http.stack(settings).api(GreetingApi.class);
    http.server.enqueue(HttpFixture.json("{\"text\":\"hello\"}"));
    HttpFixture.await(api.single());
    http.server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
    http.server.enqueue(HttpFixture.json("{\"text\":\"hello\"}"));

    HttpFixture.await(api.single());

    assertEquals(3, asked.get());
  }

  private void postBare() throws IOException {
    Request post =
        new Request.Builder().url(http.server.url("/")).post(RequestBody.create("x", null)).build();
    http.client.newCall(post).execute().close();
  }

  private HttpSettings closedPort() throws IOException {
    HttpSettings settings =
        new HttpSettings(
            ApiKey.of(HttpFixture.KEY),
            Origin.parse("http://127.0.0.1:" + HttpFixture.portOfNobody()));
    settings.client = http.client;
    return settings;
  }
}
