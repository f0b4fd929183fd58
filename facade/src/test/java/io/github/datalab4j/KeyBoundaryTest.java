package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key goes to the configured origin, and nowhere else. */
class KeyBoundaryTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  /** Another origin: same host, other port. */
  private final MockWebServer other = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    other.start();
    other.enqueue(HttpFixture.json("{\"text\":\"gotcha\"}"));
  }

  @AfterEach
  void stop() throws IOException {
    other.shutdown();
  }

  @Test
  void theKeyGoesToTheOrigin() throws InterruptedException {
    hello();
    HttpFixture.await(http.api().single());

    assertEquals(HttpFixture.KEY, http.taken().getHeader("X-API-Key"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectToAnotherOriginIsNotFollowed(int code) {
    http.server.enqueue(redirect(code, other.url("/secret-path?token=x").toString()));

    UntrustedAddressException error =
        (UntrustedAddressException) failure(http.api().single().test());

    assertEquals(0, other.getRequestCount());
    assertTrue(error.getMessage().contains(":" + other.getPort()), error.getMessage());
    assertFalse(error.getMessage().contains("secret-path"), error.getMessage());
  }

  @Test
  void aUsersClientThatFollowsRedirectsDoesNotEither() {
    http.client = http.client.newBuilder().followRedirects(true).followSslRedirects(true).build();
    http.server.enqueue(redirect(307, other.url("/").toString()));

    failure(http.api().single().test());

    assertEquals(0, other.getRequestCount());
  }

  @Test
  void bareOkHttpCarriesTheKeyToTheOtherOrigin() throws Exception {
    http.server.enqueue(redirect(307, other.url("/").toString()));

    new OkHttpClient()
        .newCall(
            new okhttp3.Request.Builder()
                .url(http.server.url("/"))
                .header("X-API-Key", HttpFixture.KEY)
                .build())
        .execute()
        .close();

    assertEquals(HttpFixture.KEY, other.takeRequest().getHeader("X-API-Key"));
  }

  @Test
  void aRedirectWithinTheOriginIsNotFollowed() {
    http.server.enqueue(redirect(302, "/login"));

    assertTrue(
        failure(http.api().single().test()).getMessage().contains(http.server.getHostName()));
    http.assertRequests(1);
  }

  @Test
  void anAddressOfAnotherOriginIsAskedWithoutTheKey() throws InterruptedException {
    HttpFixture.await(http.api().at(other.url("/x").toString()));

    assertNull(other.takeRequest().getHeader("X-API-Key"));
  }

  @Test
  void aKeyThatSomebodyElseAddedDoesNotGoToAnotherOrigin() throws InterruptedException {
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(
                chain ->
                    chain.proceed(chain.request().newBuilder().header("X-API-Key", "mine").build()))
            .build();
    HttpFixture.await(http.api().at(other.url("/x").toString()));

    assertNull(other.takeRequest().getHeader("X-API-Key"));
  }

  @Test
  void anInterceptorThatSendsTheRequestElsewhereDoesNotTakeTheKeyAlong()
      throws InterruptedException {
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(
                chain -> chain.proceed(chain.request().newBuilder().url(other.url("/")).build()))
            .build();
    HttpFixture.await(http.api().single());

    assertNull(other.takeRequest().getHeader("X-API-Key"));
  }

  @Test
  void anAuthenticatorDoesNotGetTheKeyToTakeItElsewhere() {
    http.client =
        http.client
            .newBuilder()
            .authenticator(
                (route, response) -> response.request().newBuilder().url(other.url("/")).build())
            .build();
    http.server.enqueue(new MockResponse().setResponseCode(401));

    failure(http.api().single().test());

    assertEquals(0, other.getRequestCount());
  }

  @Test
  void aUsersInterceptorSeesNoKeyAndANetworkInterceptorDoes() {
    List<String> seen = new ArrayList<>();
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  seen.add(String.valueOf(chain.request().header("X-API-Key")));
                  return chain.proceed(chain.request());
                })
            .addNetworkInterceptor(
                chain -> {
                  seen.add(String.valueOf(chain.request().header("X-API-Key")));
                  return chain.proceed(chain.request());
                })
            .build();
    hello();
    HttpFixture.await(http.api().single());

    assertEquals(java.util.Arrays.asList("null", HttpFixture.KEY), seen);
  }

  @Test
  void noAnswerGivesTheKeyBackOutsideOfTheConnection() {
    List<String> seen = new ArrayList<>();
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  okhttp3.Response response = chain.proceed(chain.request());
                  seen.add(response.request() + " " + response.networkResponse().request());
                  return response;
                })
            .build();
    hello();

    okhttp3.Response raw = http.api().response().blockingGet().raw();

    seen.add(raw.request() + " " + raw.networkResponse().request());
    assertEquals(2, seen.size());
    assertFalse(seen.toString().contains(HttpFixture.KEY), seen.toString());
  }

  @Test
  void aKeyThatAUsersInterceptorSetsIsReplacedAndNotGivenBackEither() throws InterruptedException {
    List<String> seen = new ArrayList<>();
    http.client =
        http.client
            .newBuilder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain.request().newBuilder().header("X-API-Key", "of-the-user").build()))
            .build();
    hello();

    okhttp3.Response raw = http.api().response().blockingGet().raw();

    seen.add(raw.request() + " " + raw.networkResponse().request());
    assertFalse(seen.toString().contains("of-the-user"), seen.toString());
    assertFalse(seen.toString().contains(HttpFixture.KEY), seen.toString());
    assertEquals(HttpFixture.KEY, http.taken().getHeader("X-API-Key"));
  }

  @Test
  void cookiesAreNeitherSentNorKept() throws InterruptedException {
    List<Cookie> kept = new ArrayList<>();
    http.client = http.client.newBuilder().cookieJar(new Jar(kept)).build();
    http.server.enqueue(HttpFixture.json("{\"text\":\"a\"}").addHeader("Set-Cookie", "b=c"));

    HttpFixture.await(http.api().single());

    assertNull(http.taken().getHeader("Cookie"));
    assertTrue(kept.isEmpty());
  }

  @Test
  void theClientNamesItself() throws InterruptedException {
    hello();
    HttpSettings settings = http.settings();
    settings.userAgent = UserAgent.of("invoices/2.1");
    HttpFixture.await(http.stack(settings).api(GreetingApi.class).single());

    assertEquals(
        "datalab4j/" + UserAgent.VERSION + " invoices/2.1", http.taken().getHeader("User-Agent"));
  }

  @Test
  void theUsersClientIsNotChangedAndGoesOnAfterClose() throws IOException {
    OkHttpClient mine = http.client;
    hello();
    HttpStack stack = http.stack();
    HttpFixture.await(stack.api(GreetingApi.class).single());
    stack.close();
    hello();

    mine.newCall(new okhttp3.Request.Builder().url(http.server.url("/")).build()).execute().close();

    assertTrue(mine.followRedirects());
    assertTrue(mine.interceptors().isEmpty());
    assertFalse(mine.dispatcher().executorService().isShutdown());
  }

  @Test
  void thePrefixOfTheBaseUrlComesBeforeEveryPath() throws InterruptedException {
    hello();
    HttpSettings settings =
        new HttpSettings(
            ApiKey.of(HttpFixture.KEY), Origin.parse(http.server.url("/a/b").toString()));
    settings.client = http.client;
    settings.adapters.add(Greeting.ADAPTERS);
    HttpFixture.await(http.stack(settings).api(GreetingApi.class).single());

    RecordedRequest request = http.taken();
    assertEquals("/a/b/greeting", request.getPath());
    assertEquals(HttpFixture.KEY, request.getHeader("X-API-Key"));
  }

  private void hello() {
    http.server.enqueue(HttpFixture.json("{\"text\":\"hello\"}"));
  }

  private static MockResponse redirect(int code, String location) {
    return new MockResponse().setResponseCode(code).setHeader("Location", location);
  }

  private static Throwable failure(io.reactivex.rxjava3.observers.TestObserver<?> observer) {
    Throwable[] error = {null};
    observer
        .awaitDone(10, TimeUnit.SECONDS)
        .assertError(
            e -> {
              error[0] = e;
              return e instanceof DatalabException;
            });
    assertFalse(String.valueOf(error[0]).contains(HttpFixture.KEY));
    return error[0];
  }

  private static final class Jar implements CookieJar {
    private final List<Cookie> kept;

    Jar(List<Cookie> kept) {
      this.kept = kept;
    }

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
      return Collections.singletonList(
          new Cookie.Builder().domain(url.host()).name("a").value("b").build());
    }

    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
      kept.addAll(cookies);
    }
  }
}
