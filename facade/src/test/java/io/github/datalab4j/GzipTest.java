package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.reactivex.rxjava3.core.Single;
import java.io.IOException;
import java.util.Arrays;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Response;
import retrofit2.http.HEAD;

/** Gzip is read as OkHttp reads it, but for the length of its header. */
class GzipTest {
  private static final String JSON = "{\"text\":\"hello\"}";

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

  private void intercept(Interceptor interceptor) {
    http.client = http.client.newBuilder().addInterceptor(interceptor).build();
  }

  private static MockResponse answer(Buffer gzip) {
    return HttpFixture.json("").setBody(gzip).setHeader("Content-Encoding", "gzip");
  }

  /** Gzip of a file with a name of that many characters, as the header may tell it. */
  private static Buffer named(String text, int length) throws IOException {
    Buffer plain = new Buffer();
    try (BufferedSink gzip = Okio.buffer(new GzipSink(plain))) {
      gzip.writeUtf8(text);
    }
    byte[] name = new byte[length];
    Arrays.fill(name, (byte) 'n');
    byte[] header = plain.readByteArray(10);
    header[3] = 8; // a name follows, up to a byte 0
    Buffer all = new Buffer().write(header).write(name).writeByte(0);
    all.writeAll(plain);
    return all;
  }

  interface HeadApi {
    @HEAD("greeting")
    Single<Response<Void>> head();
  }
}
