package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing posts twice either where the user's interceptors read, repeat or replace a request. */
class InterceptedSubmissionTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  @Test
  void anInterceptorThatRetriesIsStopped() throws IOException {
    http.intercept(false, Interceptors::retry);
    http.answerFirst(new MockResponse().setResponseCode(500));

    SubmitOutcome outcome = http.submit();

    HttpFixture.assertUnknown(outcome, 0);
    assertTrue(outcome.error().getMessage().contains("never sent twice"));
    http.assertRequests(1);
  }

  @Test
  void anotherPostOfAnInterceptorsIsTheOneThatTheCallHas() throws IOException {
    Interceptor fetchingToken =
        chain -> {
          Request asked = chain.request();
          Request forToken =
              asked
                  .newBuilder()
                  .url(asked.url().resolve("/token"))
                  .post(RequestBody.create("id=1", null))
                  .build();
          chain.proceed(forToken).close();
          return chain.proceed(asked);
        };
    http.intercept(false, fetchingToken);
    http.answerFirst(HttpFixture.json("{}"));

    SubmitOutcome outcome = http.submit();

    HttpFixture.assertUnknown(outcome, 0);
    assertTrue(outcome.error().getMessage().contains("never sent twice"));
    http.assertRequests(1);
  }

  @Test
  void aDocumentThatCannotBeReadOnceMoreIsNoReasonToSayThatThereIsNoJob() throws IOException {
    Interceptor logging =
        chain -> {
          chain.proceed(chain.request()).close();
          chain.request().body().writeTo(new Buffer());
          throw new AssertionError("It was read twice.");
        };
    http.intercept(false, logging);
    http.answerFirst(HttpFixture.json(HttpFixture.ACCEPTED));
    InputStream once = new Zeros(5);

    SubmitOutcome outcome =
        http.submit(Iteration.builder("r").file(Document.of("a.pdf", 5, () -> once)).build());

    HttpFixture.assertUnknown(outcome, 0);
    String told = outcome.error().getMessage();
    assertTrue(told.contains("shrank while it was being sent; it had 5 bytes. Whether"), told);
    assertFalse(told.contains("no job") || told.contains("connection"), told);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401, 308})
  void anAnswerThatARetryingInterceptorHidesCountsAllTheSame(int code) throws IOException {
    http.intercept(false, Interceptors::retry);
    http.answerFirst(new MockResponse().setResponseCode(code).setHeader("Retry-After", "9"));

    SubmitOutcome outcome = http.submit();

    assertEquals(
        code == 429 ? SubmissionState.NOT_SENT : SubmissionState.REFUSED,
        outcome.error().submission());
    assertEquals(code == 429, outcome.again());
    assertEquals(code == 429 ? 9000 : 0, outcome.retryAfterMillis());
    http.assertRequests(1);
  }

  @ParameterizedTest
  @CsvSource({"429, false", "429, true", "401, false", "401, true"})
  void aRefusalIsKnownThroughARetrierAroundASigner(int code, boolean network) throws IOException {
    http.intercept(false, Interceptors::retry);
    http.intercept(network, Interceptors::read);
    http.answerFirst(new MockResponse().setResponseCode(code));

    assertEquals(
        code == 429 ? SubmissionState.NOT_SENT : SubmissionState.REFUSED,
        http.submit().error().submission());
    http.assertRequests(1);
  }

  @Test
  void aBodyThatBreaksOffIsNotSentThoughANetworkInterceptorReadIt() throws IOException {
    http.intercept(true, Interceptors::read);
    http.answerFirst(
        new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_DURING_REQUEST_BODY));
    int length = 16_000_000;

    SubmitOutcome outcome =
        http.submit(
            Iteration.builder("r")
                .file(Document.of("a.pdf", length, () -> new Zeros(length)))
                .build());

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
    http.assertRequests(1);
  }

  @Test
  void anInterceptorThatOnlyReadsTheBodyLeavesItKnownThatNothingWasSent() throws IOException {
    Interceptor reading =
        chain -> {
          chain.request().body().writeTo(new Buffer());
          return chain.proceed(Interceptors.toNobody(chain.request()));
        };
    http.intercept(false, reading);

    SubmitOutcome outcome = http.submit();

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
    assertTrue(outcome.again());
  }

  @Test
  void aRetrierThatGivesUpByAnErrorOfItsOwnLeavesItKnownThatNothingWasSent() throws IOException {
    Interceptor retrying =
        chain -> {
          Request toNobody = Interceptors.toNobody(chain.request());
          for (int tries = 0; tries < 2; tries++) {
            assertThrows(IOException.class, () -> chain.proceed(toNobody));
          }
          throw new IOException("gave up");
        };
    http.intercept(false, retrying);

    SubmitOutcome outcome = http.submit();

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
    assertTrue(outcome.again());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401})
  void aRefusalIsKnownThoughTheBodyIsLoggedAfterIt(int code) throws IOException {
    Interceptor logging =
        chain -> {
          Response answer = chain.proceed(chain.request());
          chain.request().body().writeTo(new Buffer());
          return answer.newBuilder().header("X-Seen", "yes").build();
        };
    http.intercept(false, logging);
    http.answerFirst(new MockResponse().setResponseCode(code));

    assertEquals(
        code == 429 ? SubmissionState.NOT_SENT : SubmissionState.REFUSED,
        http.submit().error().submission());
  }

  @Test
  void aBodyThatMeasuresItselfByReadingLeavesItKnownThatNothingWasSent() throws IOException {
    Interceptor measuring =
        chain -> {
          RequestBody measured = KeepingBody.measured(chain.request().body());
          return chain.proceed(
              Interceptors.toNobody(chain.request().newBuilder().post(measured).build()));
        };
    http.intercept(false, measuring);

    SubmitOutcome outcome = http.submit();

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
    assertTrue(outcome.again());
  }

  @Test
  void anInterceptorThatReplacesTheBodyCannotMakeItRepeatable() throws IOException {
    Interceptor replacing =
        chain -> {
          RequestBody again = Interceptors.copy(chain.request().body());
          return chain.proceed(chain.request().newBuilder().post(again).build());
        };
    List<Boolean> oneShot = new ArrayList<>();
    http.intercept(false, replacing);
    http.intercept(
        true,
        chain -> {
          oneShot.add(chain.request().body().isOneShot());
          return chain.proceed(chain.request());
        });
    http.answerFirst(new MockResponse().setResponseCode(503).setHeader("Retry-After", "0"));

    HttpFixture.assertUnknown(http.submit(), 503);
    http.assertRequests(1);
    assertEquals(Collections.singletonList(true), oneShot);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "H2_PRIOR_KNOWLEDGE"})
  void anInterceptorThatCompressesTheBodySendsItOnceAndWhole(Protocol protocol) throws Exception {
    List<Protocol> protocols = Collections.singletonList(protocol);
    http.server.setProtocols(protocols);
    http.client = http.client.newBuilder().protocols(protocols).build();
    http.intercept(false, Interceptors::compress);
    http.answerFirst(HttpFixture.json(HttpFixture.ACCEPTED));

    assertNotNull(http.submit().token());
    Buffer whole = new Buffer();
    whole.writeAll(new GzipSource(http.taken().getBody()));
    assertTrue(whole.readUtf8().endsWith("--\r\n"));
    http.assertRequests(1);
  }

  @Test
  void aHeadTellsNothingWhereTheBodyWasReadSinceItCame() throws IOException {
    Upload upload = Upload.unwatched();
    SubmitAnswers answers = new SubmitAnswers(http.stack(), upload);
    Response head = head(429);
    upload.arrived(head);
    int unused = upload.beginReadingBody();

    HttpFixture.assertUnknown(answers.answer(AnswerHead.error(head)), 429);
  }

  @Test
  void anAnswerThatAcceptsButBreaksOffIsUnknownThoughTheBodyWasNotOut() {
    Upload upload = Upload.unwatched();
    SubmitAnswers answers = new SubmitAnswers(http.stack(), upload);
    upload.arrived(head(200));

    HttpFixture.assertUnknown(
        answers.failure(new BrokenAnswerException(new IOException("broken off"), ByteString.EMPTY)),
        0);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 503, 504})
  void anAnswerOfAnInterceptorsOwnThatNothingWasSentForIsNotSent(int code) throws IOException {
    http.intercept(false, chain -> Interceptors.answer(chain, code));

    assertEquals(SubmissionState.NOT_SENT, http.submit().error().submission());
  }

  @Test
  void whoReadsTheBodyAndDoesNotGoOnMayHaveSentIt() throws IOException {
    http.intercept(
        false,
        chain -> {
          chain.request().body().writeTo(new Buffer());
          throw new IOException("no credentials");
        });

    HttpFixture.assertUnknown(http.submit(), 0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDocumentThatAnInterceptorCannotReadIsNotSent(boolean network) throws IOException {
    http.intercept(network, Interceptors::read);
    Document missing =
        Document.of(
            "a.pdf",
            1,
            () -> {
              throw new IOException("gone");
            });

    SubmitOutcome outcome = http.submit(Iteration.builder("r").file(missing).build());

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
    assertTrue(outcome.error().getMessage().contains("gone"), outcome.error().getMessage());
  }

  private Response head(int code) {
    return Interceptors.answer(new Request.Builder().url(http.server.url("/")).build(), code);
  }
}
