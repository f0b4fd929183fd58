package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Single;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import okhttp3.Interceptor;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.GzipSink;
import okio.GzipSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Response;
import retrofit2.http.HEAD;

/** Gzip is read as OkHttp reads it, but for the length of its header. */
class GzipTest {
  private static final String JSON = "{\"text\":\"hello\"}";
  private static final int NONE = -1;

  @RegisterExtension final HttpFixture http = new HttpFixture();

  @Test
  void anAnswerWithANameInItsHeaderIsRead() throws IOException {
    http.server.enqueue(answer(named(JSON, 1_000)));

    assertEquals("hello", http.api().single().blockingGet().text);
  }

  @Test
  void theBoundOfTheHeaderIsNoneOfTheBody() throws IOException {
    byte[] random = new byte[200_000];
    new Random(1).nextBytes(random);
    String text = ByteString.of(random).hex();
    Buffer gzip = named("{\"text\":\"" + text + "\"}", 1);
    assertTrue(gzip.size() > 200_000);
    http.server.enqueue(answer(gzip));

    assertEquals(text, http.api().single().blockingGet().text);
  }

  @Test
  void aHeaderBeyondTheBoundIsNotRead() throws IOException {
    http.server.enqueue(answer(named(JSON, 100_000)));

    ResponseNotUnderstoodException error =
        assertThrows(ResponseNotUnderstoodException.class, () -> http.api().single().blockingGet());
    assertTrue(error.getMessage().contains("gzip is larger than 65536 bytes"), error::getMessage);
  }

  @Test
  void aHeaderBeyondTheBoundIsNotStreamedEither() throws IOException {
    http.server.enqueue(answer(named(JSON, 100_000)));

    try (ResponseBody body = http.api().stream().blockingGet()) {
      assertThrows(AnswerTooLargeException.class, body::string);
    }
  }

  @Test
  void aHeaderBeyondTheBoundLeavesAnErrorItsCode() throws IOException {
    http.server.enqueue(answer(named(JSON, 100_000)).setResponseCode(422));

    RequestRefusedException error =
        assertThrows(RequestRefusedException.class, () -> http.api().single().blockingGet());
    assertEquals(422, error.statusCode());
  }

  @Test
  void aHeaderBeyondTheBoundIsRefusedAgainWhenItIsReadAgain() throws IOException {
    http.server.enqueue(answer(named(JSON, 1_000_000)));

    try (ResponseBody body = http.api().stream().blockingGet()) {
      Buffer read = new Buffer();
      assertThrows(AnswerTooLargeException.class, () -> body.source().read(read, 1));
      assertThrows(AnswerTooLargeException.class, () -> body.source().read(read, 1));
    }
  }

  @Test
  void everyFieldOfAHeaderIsPassedOver() throws IOException {
    GreetingApi api = http.api();
    byte[] extra = new byte[300]; // of zeros, which end nothing here
    http.server.enqueue(answer(gzip(JSON, extra, 1_000, 1_000)));
    http.server.enqueue(answer(gzip(JSON, extra, NONE, NONE)));
    http.server.enqueue(answer(gzip(JSON, null, NONE, 1_000)));
    http.server.enqueue(answer(gzip(JSON, new byte[65_535], NONE, NONE)));

    for (int i = 0; i < 4; i++) {
      assertEquals("hello", api.single().blockingGet().text);
    }
  }

  @Test
  void nameAndCommentHaveTheBoundTogether() throws IOException {
    GreetingApi api = http.api();
    http.server.enqueue(answer(gzip(JSON, null, 32_000, 33_000)));
    http.server.enqueue(answer(gzip(JSON, null, 33_000, 33_000)));
    http.server.enqueue(answer(gzip(JSON, null, NONE, 70_000)));
    http.server.enqueue(answer(gzip(JSON, new byte[33_000], 33_000, NONE)));
    http.server.enqueue(answer(gzip(JSON, new byte[65_535], 1, 1)));

    assertEquals("hello", api.single().blockingGet().text);
    for (int i = 0; i < 4; i++) {
      assertThrows(ResponseNotUnderstoodException.class, () -> api.single().blockingGet());
    }
  }

  @Test
  void aHeaderOfTheMostBytesIsRead() throws IOException {
    GreetingApi api = http.api();
    int most = 65_536 - 10 - 1;
    http.server.enqueue(answer(named(JSON, most)));
    http.server.enqueue(answer(named(JSON, most + 1)));

    assertEquals("hello", api.single().blockingGet().text);
    assertThrows(ResponseNotUnderstoodException.class, () -> api.single().blockingGet());
  }

  @Test
  void aHeaderThatBreaksOffAnywhereIsABrokenAnswer() throws IOException {
    GreetingApi api = http.api();
    ByteString all = gzip(JSON, new byte[20], 20, 20).readByteString();
    int header = 10 + 22 + 21 + 21;
    for (int length = 0; length < header; length += 3) {
      http.server.enqueue(answer(new Buffer().write(all.substring(0, length))));

      assertThrows(
          ServiceUnavailableException.class, () -> api.single().blockingGet(), "" + length);
    }
  }

  @Test
  void aHeaderThatEndsBehindAnEmptyFieldIsABrokenAnswerToo() {
    http.server.enqueue(
        answer(new Buffer().write(ByteString.decodeHex("1f8b0806" + "00000000" + "00000000"))));

    assertThrows(ServiceUnavailableException.class, () -> http.api().single().blockingGet());
  }

  @Test
  void aNetworkInterceptorThatCallsItGzipLiftsNoBound() throws IOException {
    http.client =
        http.client
            .newBuilder()
            .addNetworkInterceptor(
                chain ->
                    chain
                        .proceed(chain.request())
                        .newBuilder()
                        .header("Content-Encoding", "gzip")
                        .build())
            .build();
    http.server.enqueue(answer(named(JSON, 100_000)).setHeader("Content-Encoding", "x-gzip"));

    assertThrows(ResponseNotUnderstoodException.class, () -> http.api().single().blockingGet());
  }

  @Test
  void interceptorsOfTheUserSeeNothingOfIt() throws Exception {
    intercept(
        chain -> {
          okhttp3.Response response = chain.proceed(chain.request());
          assertNull(response.header("Content-Encoding"));
          assertNull(response.request().header("Accept-Encoding"));
          assertEquals(JSON, response.peekBody(100).string());
          return response;
        });
    http.server.enqueue(answer(named(JSON, 1)));

    HttpFixture.await(http.api().single());

    assertEquals("gzip", http.taken().getHeader("Accept-Encoding"));
  }

  @Test
  void oneThatAsksForItGetsIt() throws Exception {
    intercept(
        chain -> {
          okhttp3.Response response =
              chain.proceed(
                  chain.request().newBuilder().header("Accept-Encoding", "gzip, br").build());
          assertEquals("gzip", response.header("Content-Encoding"));
          ResponseBody body = response.body();
          return response
              .newBuilder()
              .body(
                  ResponseBody.create(
                      Okio.buffer(new GzipSource(body.source())), body.contentType(), -1))
              .build();
        });
    http.server.enqueue(answer(named(JSON, 1)));

    HttpFixture.await(http.api().single());

    assertEquals("gzip, br", http.taken().getHeader("Accept-Encoding"));
  }

  @Test
  void aPartIsAskedForAsItIs() throws Exception {
    intercept(
        chain -> chain.proceed(chain.request().newBuilder().header("Range", "bytes=0-").build()));
    http.server.enqueue(HttpFixture.json(JSON));

    HttpFixture.await(http.api().single());

    assertNull(http.taken().getHeader("Accept-Encoding"));
  }

  @Test
  void anAnswerWithoutABodyIsLeftAsItIs() {
    intercept(
        chain -> {
          okhttp3.Response response = chain.proceed(chain.request());
          assertEquals("", response.peekBody(100).string());
          return response;
        });
    MockResponse head = new MockResponse().setHeader("Content-Encoding", "gzip");
    http.server.enqueue(head.clone().setHeader("Content-Length", "1000"));
    http.server.enqueue(head.clone().removeHeader("Content-Length").setResponseCode(204));
    http.server.enqueue(head.clone().removeHeader("Content-Length").setResponseCode(304));
    HttpStack stack = http.stack();

    Response<Void> asked = stack.api(HeadApi.class).head().blockingGet();
    HttpFixture.await(stack.api(GreetingApi.class).completable().toSingleDefault(""));
    Response<Greeting> unchanged = stack.api(GreetingApi.class).response().blockingGet();

    assertEquals("1000", asked.headers().get("Content-Length"));
    assertEquals("gzip", asked.headers().get("Content-Encoding"));
    assertEquals(304, unchanged.code());
  }

  @Test
  void anAnswerThatIsNoGzipSaysSo() {
    http.server.enqueue(answer(new Buffer().writeUtf8(JSON)));

    ServiceUnavailableException error =
        assertInstanceOf(
            ServiceUnavailableException.class,
            assertThrows(RuntimeException.class, () -> http.api().single().blockingGet()));
    assertEquals(ServiceUnavailableException.Reason.CONNECTION, error.reason());
  }

  @Test
  void aLongAnswerThatIsNoGzipSaysSoToo() {
    String unsaid = "{\"success\":\"" + String.join("", Collections.nCopies(100_000, "x")) + "\"}";
    http.server.enqueue(answer(new Buffer().writeUtf8(unsaid)));

    assertThrows(ServiceUnavailableException.class, () -> http.api().single().blockingGet());
  }

  private void intercept(Interceptor interceptor) {
    http.client = http.client.newBuilder().addInterceptor(interceptor).build();
  }

  private static MockResponse answer(Buffer gzip) {
    return HttpFixture.json("").setBody(gzip).setHeader("Content-Encoding", "gzip");
  }

  private static Buffer named(String text, int length) throws IOException {
    return gzip(text, null, length, NONE);
  }

  /** Gzip with those fields in its header; of the texts the lengths. */
  private static Buffer gzip(String text, byte @Nullable [] extra, int name, int comment)
      throws IOException {
    Buffer plain = new Buffer();
    try (BufferedSink gzip = Okio.buffer(new GzipSink(plain))) {
      gzip.writeUtf8(text);
    }
    byte[] header = plain.readByteArray(10);
    header[3] =
        (byte) ((extra == null ? 0 : 4) | (name == NONE ? 0 : 8) | (comment == NONE ? 0 : 16));
    Buffer all = new Buffer().write(header);
    if (extra != null) {
      all.writeShortLe(extra.length).write(extra);
    }
    for (int length : new int[] {name, comment}) {
      if (length != NONE) {
        byte[] field = new byte[length];
        Arrays.fill(field, (byte) 'n');
        all.write(field).writeByte(0);
      }
    }
    all.writeAll(plain);
    return all;
  }

  interface HeadApi {
    @HEAD("greeting")
    Single<Response<Void>> head();
  }
}
