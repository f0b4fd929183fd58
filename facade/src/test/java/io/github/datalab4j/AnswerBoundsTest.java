package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.observers.TestObserver;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer may cost. */
class AnswerBoundsTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  @Test
  void aBodyWithinTheBoundIsRead() {
    http.server.enqueue(HttpFixture.json(greeting(1000)));

    assertEquals(989, bounded(1000).blockingGet().text.length());
  }

  @Test
  void aBodyBeyondTheBoundIsNot() {
    http.server.enqueue(HttpFixture.json(greeting(1001)));

    ResponseNotUnderstoodException error = notUnderstood(bounded(1000));
    assertTrue(error.getMessage().contains("larger than 1000 bytes"), error.getMessage());
  }

  @Test
  void aChunkedBodyBeyondTheBoundIsNotEither() {
    http.server.enqueue(HttpFixture.json("").setChunkedBody(greeting(1001), 100));

    assertTrue(notUnderstood(bounded(1000)).getMessage().contains("larger than"));
  }

  @Test
  void theBoundHoldsAfterDecompression() throws IOException {
    Buffer bomb = new Buffer();
    try (BufferedSink gzip = Okio.buffer(new GzipSink(bomb))) {
      gzip.writeUtf8(greeting(10 * 1024 * 1024));
    }
    assertTrue(bomb.size() < 100_000);
    http.server.enqueue(HttpFixture.json("").setBody(bomb).setHeader("Content-Encoding", "gzip"));

    ResponseNotUnderstoodException error = notUnderstood(http.api().single());
    assertTrue(error.getMessage().contains("larger than 8388608 bytes"), error.getMessage());
  }

  @Test
  void theBoundHoldsAfterAUsersInterceptor() {
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  response.close();
                  ResponseBody inflated = ResponseBody.create(greeting(2000), null);
                  return response.newBuilder().body(inflated).build();
                })
            .build();
    http.server.enqueue(HttpFixture.json(greeting(100)));

    assertTrue(notUnderstood(bounded(1000)).getMessage().contains("larger than"));
  }

  /** OkHttp's own, of HTTP/1.1. */
  @Test
  void aHeadWithinTheBoundIsRead() {
    http.server.enqueue(HttpFixture.json(greeting(100)).setHeader("X-Long", greeting(250 * 1024)));

    HttpFixture.await(http.api().single());
  }

  @Test
  void aHeadBeyondTheBoundIsNot() {
    http.server.enqueue(HttpFixture.json(greeting(100)).setHeader("X-Long", greeting(256 * 1024)));

    ServiceUnavailableException error =
        assertInstanceOf(ServiceUnavailableException.class, failure(http.api().single()));
    assertEquals(ServiceUnavailableException.Reason.CONNECTION, error.reason());
    http.assertRequests(1);
  }

  @Test
  void whatAnOperationStreamsIsNotBounded() throws IOException {
    http.server.enqueue(new MockResponse().setBody(greeting(5000)));
    HttpSettings settings = http.settings();
    settings.maxBodyBytes = 1000;

    try (ResponseBody body = http.stack(settings).api(GreetingApi.class).stream().blockingGet()) {
      assertEquals(5000, body.bytes().length);
    }
  }

  @Test
  void jsonAtTheBoundOfDepthIsRead() {
    http.server.enqueue(HttpFixture.json("{\"text\":\"a\",\"deep\":" + nested(99) + "}"));

    assertEquals("a", http.api().single().blockingGet().text);
  }

  @Test
  void jsonBeyondTheBoundOfDepthIsNot() {
    http.server.enqueue(HttpFixture.json("{\"text\":\"a\",\"deep\":" + nested(100) + "}"));

    ResponseNotUnderstoodException error = notUnderstood(http.api().single());
    assertTrue(error.getMessage().contains("more than 100 levels"), error.getMessage());
  }

  /** Reading either takes a time that grows with its square. */
  @ParameterizedTest
  @ValueSource(strings = {"1", " "})
  void numbersAndWhiteSpaceThatAreTooLongAreNotRead(String piece) {
    String run = String.join("", Collections.nCopies(10_001, piece));
    http.server.enqueue(HttpFixture.json("{\"text\":\"a\",\"long\":1" + run + "}"));

    ResponseNotUnderstoodException error = notUnderstood(http.api().single());
    assertTrue(error.getMessage().contains("more than 10000 characters"), error.getMessage());
  }

  @Test
  void bracketsInTextsAreNoDepth() {
    String text = "[[[[{{{{\\\"[[[[\\\\".replace("[[[[", nested(40).substring(0, 40));
    http.server.enqueue(HttpFixture.json("{\"text\":\"" + text + text + text + "\"}"));

    HttpFixture.await(http.api().single());
  }

  @Test
  void anErrorsBodyIsCut() {
    http.server.enqueue(new MockResponse().setResponseCode(400).setBody(greeting(1024 * 1024)));

    RequestRefusedException error =
        assertInstanceOf(RequestRefusedException.class, failure(http.api().single()));
    assertEquals(8192, error.body().length());
  }

  @Test
  void aResponseOfAnErrorCanBeReadUpToTheBound() throws IOException {
    http.server.enqueue(new MockResponse().setResponseCode(400).setBody(greeting(1024 * 1024)));

    assertEquals(64 * 1024, http.api().response().blockingGet().errorBody().bytes().length);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheJson() {
    http.server.enqueue(HttpFixture.json("\ufeff{\"text\":\"a\"}"));

    assertEquals("a", http.api().single().blockingGet().text);
  }

  @Test
  void whatIsNoJsonSaysSo() {
    http.server.enqueue(HttpFixture.json("hello"));

    ResponseNotUnderstoodException error = notUnderstood(http.api().single());
    assertNull(error.jsonPath());
    assertEquals("hello", error.excerpt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "502 Bad Gateway",
        "[error] no upstream",
        "\"text\":\"a\"}",
        "\"a",
        "{\"text\":7} and more",
        "{\"text\":7",
        "null and void"
      })
  void whatOnlyBeginsAsJsonIsNone(String body) {
    http.server.enqueue(HttpFixture.json(body));

    assertNull(notUnderstood(http.api().single()).jsonPath());
  }

  @Test
  void aPageWithMuchWhiteSpaceIsNoJsonEither() {
    String blanks = String.join("", Collections.nCopies(20_000, " "));
    http.server.enqueue(HttpFixture.json("<html>" + blanks + "<title>Bad gateway</title>"));

    ResponseNotUnderstoodException error = notUnderstood(http.api().single());
    assertNull(error.jsonPath());
    assertTrue(error.getMessage().contains("HTML"), error::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"502", "[]", "\"a\"", "true", " {\"text\":7} "})
  void jsonOfAnotherTypeNamesItsPath(String body) {
    http.server.enqueue(HttpFixture.json(body));

    assertNotNull(notUnderstood(http.api().single()).jsonPath());
  }

  @Test
  void jsonOfAnotherTypeIsJsonThoughOnlyItsStartIsKept() {
    String item = String.join("", Collections.nCopies(100_000, "x"));
    http.server.enqueue(HttpFixture.json("{\"text\":[\"" + item + "\"]}"));

    assertEquals("$.text", notUnderstood(http.api().single()).jsonPath());
  }

  @Test
  void theNumberOfValuesIsBoundedByTheBytes() {
    http.server.enqueue(HttpFixture.json(values(200_000)));
    http.server.enqueue(HttpFixture.json(values(210_000)));
    GreetingApi api = http.api();

    assertEquals("a", api.single().blockingGet().text);
    ResponseNotUnderstoodException error = notUnderstood(api.single());
    assertTrue(error.getMessage().contains("more than 209715 values"), error::getMessage);
  }

  private static String values(int number) {
    return "{\"text\":\"a\",\"more\":[" + String.join(",", Collections.nCopies(number, "0")) + "]}";
  }

  @Test
  void jsonThatIsCutOffSaysSo() {
    http.server.enqueue(HttpFixture.json("{\"text\":\"a\""));

    ResponseNotUnderstoodException error = notUnderstood(http.api().single());
    assertNull(error.jsonPath());
    assertTrue(error.getMessage().contains("cut off"), error.getMessage());
  }

  @Test
  void aWrongTypeNamesItsPath() {
    http.server.enqueue(HttpFixture.json("{\"text\":{}}"));

    ResponseNotUnderstoodException error = notUnderstood(http.api().single());
    assertEquals("$.text", error.jsonPath());
    assertEquals("{\"text\":{}}", error.excerpt());
  }

  @Test
  void aMissingFieldNamesItsPath() {
    http.server.enqueue(HttpFixture.json("{}"));

    assertEquals("$", notUnderstood(http.api().single()).jsonPath());
  }

  @Test
  void anEmptyAnswerIsNotUnderstood() {
    http.server.enqueue(new MockResponse().setResponseCode(204));

    assertTrue(notUnderstood(http.api().single()).getMessage().contains("without a body"));
  }

  @Test
  void aBodyThatStallsEndsByTheCallsTimer() {
    http.server.enqueue(HttpFixture.json("{").setHeader("Content-Length", "1000")); // and no more
    HttpSettings settings = http.settings();
    settings.callTimeoutMillis = 300;

    ServiceUnavailableException error =
        assertInstanceOf(
            ServiceUnavailableException.class,
            failure(http.stack(settings).api(GreetingApi.class).single()));
    assertEquals(ServiceUnavailableException.Reason.TIMEOUT, error.reason());
  }

  @Test
  void disposeOfABodyThatStallsClosesTheSocket() throws InterruptedException {
    http.server.enqueue(HttpFixture.json("{").setHeader("Content-Length", "1000")); // and no more
    TestObserver<Greeting> observer = http.api().single().test();
    assertTrue(http.traffic.awaitBodies(1), "no body began");

    observer.dispose();

    http.traffic.awaitFailure();
    assertEquals(0, http.pool.connectionCount());
    observer.assertNoValues().assertNoErrors();
  }

  private Single<Greeting> bounded(long bytes) {
    HttpSettings settings = http.settings();
    settings.maxBodyBytes = bytes;
    return http.stack(settings).api(GreetingApi.class).single();
  }

  private static ResponseNotUnderstoodException notUnderstood(Single<?> call) {
    return assertInstanceOf(ResponseNotUnderstoodException.class, failure(call));
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
    return error[0];
  }

  /** A JSON object of so many bytes. */
  private static String greeting(int bytes) {
    char[] text = new char[bytes - 11];
    Arrays.fill(text, 'a');
    return "{\"text\":\"" + new String(text) + "\"}";
  }

  private static String nested(int levels) {
    char[] open = new char[levels];
    Arrays.fill(open, '[');
    char[] close = new char[levels];
    Arrays.fill(close, ']');
    return new String(open) + new String(close);
  }
}
