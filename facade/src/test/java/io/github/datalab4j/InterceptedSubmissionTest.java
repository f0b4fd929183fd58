package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing posts twice either where the user's interceptors read, repeat or replace a request. */
class InterceptedSubmissionTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  @Test
  void anInterceptorThatRetriesIsStopped() throws IOException {
    http.client = http.client.newBuilder().addInterceptor(InterceptedSubmissionTest::retry).build();
    http.answerFirst(new MockResponse().setResponseCode(500));

    SubmitOutcome outcome = http.submit();

    HttpFixture.assertUnknown(outcome, 0);
    assertTrue(outcome.error().getMessage().contains("never sent twice"));
    http.assertRequests(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401, 308})
  void anAnswerThatARetryingInterceptorHidesCountsAllTheSame(int code) throws IOException {
    http.client = http.client.newBuilder().addInterceptor(InterceptedSubmissionTest::retry).build();
    http.answerFirst(new MockResponse().setResponseCode(code).setHeader("Retry-After", "9"));

    SubmitOutcome outcome = http.submit();

    assertEquals(
        code == 429 ? SubmissionState.NOT_SENT : SubmissionState.REFUSED,
        outcome.error().submission());
    assertEquals(code == 429, outcome.again());
    assertEquals(code == 429 ? 9000 : 0, outcome.retryAfterMillis());
    http.assertRequests(1);
  }

  @Test
  void whatAnInterceptorSendsByOtherMeansIsUnknownAndNotSentAgain() throws IOException {
    OkHttpClient other = http.client;
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(chain -> other.newCall(chain.request()).execute())
            .build();
    http.answerFirst(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

    HttpFixture.assertUnknown(http.submit(), 0);
    http.assertRequests(1);
  }

  @Test
  void whatAnInterceptorFallsBackToIsUnknownAndNotSentAgain() throws IOException {
    OkHttpClient other = http.client;
    Interceptor fallingBack =
        chain -> {
          HttpUrl nobody =
              chain.request().url().newBuilder().port(HttpFixture.portOfNobody()).build();
          try {
            return chain.proceed(chain.request().newBuilder().url(nobody).build());
          } catch (IOException e) {
            return other.newCall(chain.request()).execute();
          }
        };
    http.client = http.client.newBuilder().addInterceptor(fallingBack).build();
    http.answerFirst(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

    HttpFixture.assertUnknown(http.submit(), 0);
    http.assertRequests(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401})
  void whatAnInterceptorFallsBackToAfterARefusalIsUnknownToo(int code) throws IOException {
    OkHttpClient other = http.client;
    Interceptor fallingBack =
        chain -> {
          chain.proceed(chain.request()).close();
          return other.newCall(chain.request()).execute();
        };
    http.client = http.client.newBuilder().addInterceptor(fallingBack).build();
    http.server.enqueue(new MockResponse().setResponseCode(code));
    http.answerFirst(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));

    HttpFixture.assertUnknown(http.submit(), 0);
    http.assertRequests(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401})
  void aRefusalIsKnownThroughARetrierAroundASigner(int code) throws IOException {
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(InterceptedSubmissionTest::retry)
            .addInterceptor(InterceptedSubmissionTest::read)
            .build();
    http.answerFirst(new MockResponse().setResponseCode(code));

    assertEquals(
        code == 429 ? SubmissionState.NOT_SENT : SubmissionState.REFUSED,
        http.submit().error().submission());
    http.assertRequests(1);
  }

  @Test
  void aBodyThatBreaksOffIsNotSentThoughANetworkInterceptorReadIt() throws IOException {
    http.client =
        http.client.newBuilder().addNetworkInterceptor(InterceptedSubmissionTest::read).build();
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
  void aRefusalByTheOriginThatOkHttpTakesFromProxiesOnlyIsARefusal() throws IOException {
    http.answerFirst(new MockResponse().setResponseCode(407));

    assertEquals(SubmissionState.REFUSED, http.submit().error().submission());
    http.assertRequests(1);
  }

  @Test
  void anInterceptorThatOnlyReadsTheBodyLeavesItKnownThatNothingWasSent() throws IOException {
    Interceptor reading =
        chain -> {
          chain.request().body().writeTo(new Buffer());
          HttpUrl nobody =
              chain.request().url().newBuilder().port(HttpFixture.portOfNobody()).build();
          return chain.proceed(chain.request().newBuilder().url(nobody).build());
        };
    http.client = http.client.newBuilder().addInterceptor(reading).build();

    SubmitOutcome outcome = http.submit();

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
    assertTrue(outcome.again());
  }

  @Test
  void anInterceptorThatReplacesTheBodyCannotMakeItRepeatable() throws IOException {
    Interceptor replacing =
        chain -> {
          Buffer buffer = new Buffer();
          chain.request().body().writeTo(buffer);
          MediaType type = chain.request().body().contentType();
          RequestBody again = RequestBody.create(buffer.readByteString(), type);
          return chain.proceed(chain.request().newBuilder().post(again).build());
        };
    http.client = http.client.newBuilder().addInterceptor(replacing).build();
    http.answerFirst(new MockResponse().setResponseCode(503).setHeader("Retry-After", "0"));

    HttpFixture.assertUnknown(http.submit(), 503);
    http.assertRequests(1);
  }

  private static Response read(Interceptor.Chain chain) throws IOException {
    chain.request().body().writeTo(new Buffer());
    return chain.proceed(chain.request());
  }

  private static Response retry(Interceptor.Chain chain) throws IOException {
    chain.proceed(chain.request()).close();
    return chain.proceed(chain.request());
  }
}
