package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import okio.Sink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing posts twice either where an interceptor of the user's sends a request by other means. */
class FallbackSubmissionTest {
  private static final MockResponse LOST =
      new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST);

  @RegisterExtension final HttpFixture http = new HttpFixture();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAnInterceptorSendsByOtherMeansIsUnknownAndNotSentAgain(boolean network)
      throws IOException {
    OkHttpClient other = http.client;
    http.intercept(network, chain -> other.newCall(chain.request()).execute());
    http.answerFirst(LOST);

    HttpFixture.assertUnknown(http.submit(), 0);
    http.assertRequests(1);
  }

  @Test
  void whatAnInterceptorFallsBackToIsUnknownAndNotSentAgain() throws IOException {
    OkHttpClient other = http.client;
    Interceptor fallingBack =
        chain -> {
          try {
            return chain.proceed(Interceptors.toNobody(chain.request()));
          } catch (IOException e) {
            return other.newCall(chain.request()).execute();
          }
        };
    http.intercept(false, fallingBack);
    http.answerFirst(LOST);

    HttpFixture.assertUnknown(http.submit(), 0);
    http.assertRequests(1);
  }

  @ParameterizedTest
  @CsvSource({"429, false", "429, true", "401, false", "401, true"})
  void whatAnInterceptorFallsBackToAfterARefusalIsUnknownToo(int code, boolean network)
      throws IOException {
    OkHttpClient other = http.client;
    Interceptor fallingBack =
        chain -> {
          chain.proceed(chain.request()).close();
          return other.newCall(chain.request()).execute();
        };
    http.intercept(network, fallingBack);
    http.server.enqueue(new MockResponse().setResponseCode(code));
    http.answerFirst(LOST);

    HttpFixture.assertUnknown(http.submit(), 0);
    http.assertRequests(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 504})
  void aCopyThatAnInterceptorFallsBackToIsUnknownAndNotSentAgain(int code) throws IOException {
    OkHttpClient other = http.client;
    Interceptor fallingBack =
        chain -> {
          RequestBody copy = Interceptors.copy(chain.request().body());
          Request request = chain.request().newBuilder().post(copy).build();
          try {
            return chain.proceed(Interceptors.toNobody(request));
          } catch (IOException e) {
            return other.newCall(request).execute();
          }
        };
    http.intercept(false, fallingBack);
    http.answerFirst(code == 0 ? LOST : new MockResponse().setResponseCode(code));

    HttpFixture.assertUnknown(http.submit(), code);
    http.assertRequests(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCopyThatAnInterceptorFallsBackToAfterARefusalIsUnknownToo(boolean network)
      throws IOException {
    fallBackTo(network, Interceptors::copy);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void soIsACopyThatWasKeptAsOurConnectionSentIt(boolean network) throws IOException {
    fallBackTo(network, KeepingBody::sent);
  }

  private void fallBackTo(boolean network, Copying copying) throws IOException {
    OkHttpClient other = http.client;
    Interceptor fallingBack =
        chain -> {
          RequestBody copy = copying.of(chain.request().body());
          Request request = chain.request().newBuilder().post(copy).build();
          chain.proceed(request).close();
          return other.newCall(request).execute();
        };
    http.intercept(network, fallingBack);
    http.server.enqueue(new MockResponse().setResponseCode(429));
    http.answerFirst(LOST);

    HttpFixture.assertUnknown(http.submit(), 0);
    http.assertRequests(2);
  }

  @Test
  void whatAnInterceptorKeepsToSendItLaterCanNoLongerBeRead() throws IOException {
    List<RequestBody> kept = new ArrayList<>();
    http.intercept(
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
    http.intercept(
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

  @ParameterizedTest
  @ValueSource(ints = {429, 401, 308})
  void aRefusalByOtherMeansDoesNotTellWhatBecameOfOurLostAnswer(int code) throws IOException {
    OkHttpClient other = http.client;
    http.intercept(false, chain -> orElse(chain, other.newCall(chain.request())::execute));
    http.server.enqueue(LOST);
    http.answerFirst(new MockResponse().setResponseCode(code));

    HttpFixture.assertUnknown(http.submit(), code);
    http.assertRequests(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"success\":false,\"response_check_url\":\"/api/v1/custom_pipelines/k1\"}",
        "{\"success\":false,\"request_check_url\":\"/api/v1/custom_pipelines/k1\"}"
      })
  void noMoreDoesOneThatSaysNoSuccess(String json) throws IOException {
    OkHttpClient other = http.client;
    http.intercept(false, chain -> orElse(chain, other.newCall(chain.request())::execute));
    http.server.enqueue(LOST);
    http.answerFirst(HttpFixture.json(json));

    SubmitOutcome outcome = http.submit();

    HttpFixture.assertUnknown(outcome, 200);
    assertFalse(outcome.error().getMessage().contains("without a body"));
    http.assertRequests(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401, 308})
  void anAnswerOfAnInterceptorsOwnDoesNotTellIt(int code) throws IOException {
    http.intercept(false, chain -> orElse(chain, () -> Interceptors.answer(chain.request(), code)));
    http.answerFirst(LOST);

    HttpFixture.assertUnknown(http.submit(), code);
    http.assertRequests(1);
  }

  @Test
  void whatIsAcceptedByOtherMeansAloneIsAccepted() throws IOException {
    assertNotNull(byOtherMeans(HttpFixture.json(HttpFixture.ACCEPTED)).token());
  }

  @Test
  void whatIsRefusedByOtherMeansAloneIsRefused() throws IOException {
    assertEquals(
        SubmissionState.REFUSED,
        byOtherMeans(new MockResponse().setResponseCode(422)).error().submission());
  }

  @Test
  void whatIsThrottledByOtherMeansAloneIsSentAgain() throws IOException {
    assertTrue(byOtherMeans(new MockResponse().setResponseCode(429)).again());
  }

  private SubmitOutcome byOtherMeans(MockResponse answer) throws IOException {
    OkHttpClient other = http.client;
    http.intercept(false, chain -> other.newCall(chain.request()).execute());
    http.server.enqueue(answer);
    return http.submit();
  }

  private static Response orElse(Interceptor.Chain chain, Answering fallback) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (IOException e) {
      return fallback.answer();
    }
  }

  private interface Answering {
    Response answer() throws IOException;
  }

  /** What an interceptor puts in the place of a body. */
  private interface Copying {
    RequestBody of(RequestBody body) throws IOException;
  }
}
