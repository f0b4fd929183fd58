package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.GzipSink;
import okio.GzipSource;
import okio.Okio;
import okio.Sink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing posts twice either where the user's interceptors read, repeat or replace a request. */
class InterceptedSubmissionTest {
  private static final MockResponse LOST =
      new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST);

  @RegisterExtension final HttpFixture http = new HttpFixture();

  @Test
  void anInterceptorThatRetriesIsStopped() throws IOException {
    intercept(false, InterceptedSubmissionTest::retry);
    http.answerFirst(new MockResponse().setResponseCode(500));

    SubmitOutcome outcome = http.submit();

    HttpFixture.assertUnknown(outcome, 0);
    assertTrue(outcome.error().getMessage().contains("never sent twice"));
    http.assertRequests(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401, 308})
  void anAnswerThatARetryingInterceptorHidesCountsAllTheSame(int code) throws IOException {
    intercept(false, InterceptedSubmissionTest::retry);
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
  @ValueSource(booleans = {false, true})
  void whatAnInterceptorSendsByOtherMeansIsUnknownAndNotSentAgain(boolean network)
      throws IOException {
    OkHttpClient other = http.client;
    intercept(network, chain -> other.newCall(chain.request()).execute());
    http.answerFirst(LOST);

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
    intercept(false, fallingBack);
    http.answerFirst(LOST);

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
    intercept(false, fallingBack);
    http.server.enqueue(new MockResponse().setResponseCode(code));
    http.answerFirst(LOST);

    HttpFixture.assertUnknown(http.submit(), 0);
    http.assertRequests(2);
  }

  @ParameterizedTest
  @CsvSource({"429, false", "429, true", "401, false", "401, true"})
  void aRefusalIsKnownThroughARetrierAroundASigner(int code, boolean network) throws IOException {
    intercept(false, InterceptedSubmissionTest::retry);
    intercept(network, InterceptedSubmissionTest::read);
    http.answerFirst(new MockResponse().setResponseCode(code));

    assertEquals(
        code == 429 ? SubmissionState.NOT_SENT : SubmissionState.REFUSED,
        http.submit().error().submission());
    http.assertRequests(1);
  }

  @Test
  void aBodyThatBreaksOffIsNotSentThoughANetworkInterceptorReadIt() throws IOException {
    intercept(true, InterceptedSubmissionTest::read);
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
          HttpUrl nobody =
              chain.request().url().newBuilder().port(HttpFixture.portOfNobody()).build();
          return chain.proceed(chain.request().newBuilder().url(nobody).build());
        };
    intercept(false, reading);

    SubmitOutcome outcome = http.submit();

    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
    assertTrue(outcome.again());
  }

  @Test
  void anInterceptorThatReplacesTheBodyCannotMakeItRepeatable() throws IOException {
    Interceptor replacing =
        chain -> {
          RequestBody again = copy(chain.request().body());
          return chain.proceed(chain.request().newBuilder().post(again).build());
        };
    intercept(false, replacing);
    http.answerFirst(new MockResponse().setResponseCode(503).setHeader("Retry-After", "0"));

    HttpFixture.assertUnknown(http.submit(), 503);
    http.assertRequests(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "H2_PRIOR_KNOWLEDGE"})
  void anInterceptorThatCompressesTheBodySendsItOnceAndWhole(Protocol protocol) throws Exception {
    List<Protocol> protocols = Collections.singletonList(protocol);
    http.server.setProtocols(protocols);
    http.client = http.client.newBuilder().protocols(protocols).build();
    intercept(false, InterceptedSubmissionTest::compress);
    http.answerFirst(HttpFixture.json(HttpFixture.ACCEPTED));

    assertNotNull(http.submit().token());
    Buffer whole = new Buffer();
    whole.writeAll(new GzipSource(http.taken().getBody()));
    assertTrue(whole.readUtf8().endsWith("--\r\n"));
    http.assertRequests(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 504})
  void aCopyThatAnInterceptorFallsBackToIsUnknownAndNotSentAgain(int code) throws IOException {
    OkHttpClient other = http.client;
    Interceptor fallingBack =
        chain -> {
          RequestBody copy = copy(chain.request().body());
          Request request = chain.request().newBuilder().post(copy).build();
          HttpUrl nobody = request.url().newBuilder().port(HttpFixture.portOfNobody()).build();
          try {
            return chain.proceed(request.newBuilder().url(nobody).build());
          } catch (IOException e) {
            return other.newCall(request).execute();
          }
        };
    intercept(false, fallingBack);
    http.answerFirst(code == 0 ? LOST : new MockResponse().setResponseCode(code));

    HttpFixture.assertUnknown(http.submit(), code);
    http.assertRequests(1);
  }

  @Test
  void aCopyThatAnInterceptorFallsBackToAfterARefusalIsUnknownToo() throws IOException {
    OkHttpClient other = http.client;
    Interceptor fallingBack =
        chain -> {
          Request request = chain.request().newBuilder().post(copy(chain.request().body())).build();
          chain.proceed(request).close();
          return other.newCall(request).execute();
        };
    intercept(false, fallingBack);
    http.server.enqueue(new MockResponse().setResponseCode(429));
    http.answerFirst(LOST);

    HttpFixture.assertUnknown(http.submit(), 0);
    http.assertRequests(2);
  }

  @Test
  void whatAnInterceptorKeepsToSendItLaterCanNoLongerBeRead() throws IOException {
    List<RequestBody> kept = new ArrayList<>();
    intercept(
        false,
        chain -> {
          kept.add(chain.request().body());
          throw new IOException("later");
        });

    assertEquals(SubmissionState.NOT_SENT, http.submit().error().submission());
    assertThrows(IOException.class, () -> kept.get(0).writeTo(new Buffer()));
  }

  @Test
  void whatIsBeingReadElsewhereAsTheCallFailsIsUnknown() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch judged = new CountDownLatch(1);
    Sink slow =
        new ForwardingSink(Okio.blackhole()) {
          @Override
          public void write(Buffer source, long byteCount) throws IOException {
            reading.countDown();
            await(judged);
            super.write(source, byteCount);
          }
        };
    List<Thread> others = new ArrayList<>();
    intercept(
        false,
        chain -> {
          others.add(readingTo(slow, chain.request().body()));
          await(reading);
          throw new IOException("too slow");
        });

    HttpFixture.assertUnknown(http.submit(), 0);
    judged.countDown();
    others.get(0).join();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 503, 504})
  void anAnswerOfAnInterceptorsOwnThatNothingWasSentForIsNotSent(int code) throws IOException {
    intercept(false, chain -> answer(chain, code));

    assertEquals(SubmissionState.NOT_SENT, http.submit().error().submission());
  }

  @Test
  void whoReadsTheBodyAndDoesNotGoOnMayHaveSentIt() throws IOException {
    intercept(
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
    intercept(network, InterceptedSubmissionTest::read);
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

  private void intercept(boolean network, Interceptor interceptor) {
    OkHttpClient.Builder client = http.client.newBuilder();
    (network ? client.networkInterceptors() : client.interceptors()).add(interceptor);
    http.client = client.build();
  }

  private static RequestBody copy(RequestBody body) throws IOException {
    Buffer buffer = new Buffer();
    body.writeTo(buffer);
    return RequestBody.create(buffer.readByteString(), body.contentType());
  }

  private static Response answer(Interceptor.Chain chain, int code) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(code)
        .message("offline")
        .body(ResponseBody.create("", null))
        .build();
  }

  private static Thread readingTo(Sink sink, RequestBody body) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedSink buffered = Okio.buffer(sink)) {
                body.writeTo(buffered);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.start();
    return thread;
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  /** As OkHttp's own recipe does. */
  private static Response compress(Interceptor.Chain chain) throws IOException {
    RequestBody body = chain.request().body();
    RequestBody compressed =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return body.contentType();
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            BufferedSink gzip = Okio.buffer(new GzipSink(sink));
            body.writeTo(gzip);
            gzip.close();
          }
        };
    return chain.proceed(
        chain
            .request()
            .newBuilder()
            .header("Content-Encoding", "gzip")
            .method("POST", compressed)
            .build());
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
