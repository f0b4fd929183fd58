package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.rule.Bystander;
import io.github.datalab4j.rule.Traffic;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy is told: where to, and nothing of what goes through. */
class ProxyTest {
  private static final String NEEDS_CREDENTIALS =
      "HTTP/1.1 407 Proxy Authentication Required\r\n"
          + "Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
  private static final String TUNNEL = "HTTP/1.1 200 Connection established\r\n\r\n";

  @RegisterExtension final Online online = new Online();

  private final Traffic toProxy = new Traffic();

  @Test
  void tunnelIsAskedForWithoutTheKey() throws Exception {
    try (Bystander proxy = new Bystander(Collections.singletonList(TUNNEL))) {
      failsBy(proxy, null);

      assertTrue(
          proxy.received().startsWith("CONNECT datalab.example:443 HTTP/1.1\r\n"), proxy::received);
      assertFalse(proxy.received().contains(Online.KEY));
      assertFalse(proxy.received().contains("X-API-Key"));
    }
  }

  @Test
  void proxyGetsItsOwnCredentialsAndNotTheKey() throws Exception {
    try (Bystander proxy = new Bystander(Arrays.asList(NEEDS_CREDENTIALS, TUNNEL))) {
      String credentials = Credentials.basic("proxy-user", "proxy-password");
      failsBy(proxy, credentials);

      assertTrue(proxy.received().contains("Proxy-Authorization: " + credentials), proxy::received);
      assertFalse(proxy.received().contains(Online.KEY));
    }
  }

  @Test
  void refusedTunnelIsAnErrorWithoutTheCredentials() throws Exception {
    String never = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
    try (Bystander proxy = new Bystander(Collections.singletonList(never))) {
      DatalabException error = failsBy(proxy, Credentials.basic("proxy-user", "proxy-password"));

      assertFalse(error.toString().contains("proxy-password"));
    }
  }

  /** The service is asked as a proxy would be: the simulator stands for both. */
  @Test
  void credentialsOfTheProxyAreNotSentToTheService() {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());
    Datalab client =
        online.client(
            online
                .builder()
                .configureOkHttp(
                    http ->
                        online
                            .watch(http)
                            .proxyAuthenticator(
                                (route, response) -> {
                                  throw new AssertionError("nobody asked for credentials");
                                })));

    Online.await(client.customProcessors().job(key).result());

    assertNull(online.simulator().requests(On.STATUS).get(0).header("Proxy-Authorization"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void plainHttpToThisMachineGoesByNoProxy(boolean bySelector) throws Exception {
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());
    try (Bystander proxy = new Bystander(Collections.emptyList())) {
      Datalab client =
          online.client(
              online
                  .builder()
                  .configureOkHttp(
                      http ->
                          online
                              .watch(http)
                              .proxy(bySelector ? null : proxyAt(proxy))
                              .proxySelector(always(proxyAt(proxy)))));

      Online.await(client.customProcessors().job(key).result());

      assertEquals("", proxy.received());
    }
  }

  @Test
  void plainHttpThatIsAllowedByNameGoesByTheProxy() throws Exception {
    String answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    try (Bystander proxy = new Bystander(Collections.singletonList(answer))) {
      Datalab client =
          online.client(
              online
                  .builder()
                  .baseUrl("http://127.0.0.1:9")
                  .allowInsecureHttp()
                  .configureOkHttp(http -> toProxy.watch(http).proxy(proxyAt(proxy))));

      Online.failure(client.customProcessors().job("k1").result(), UnknownJobException.class);

      assertTrue(proxy.received().startsWith("GET http://127.0.0.1:9/api/"), proxy::received);
      assertReleasedAndKeyToldToNobodyBut(proxy);
    }
  }

  /** The one follow-up that OkHttp makes on its own here. */
  @Test
  void requestThatIsSentAgainToTheProxyTellsTheKeyToTheConnectionOnly() throws Exception {
    String answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    try (Bystander proxy = new Bystander(Arrays.asList(NEEDS_CREDENTIALS, answer))) {
      Datalab client =
          online.client(
              online
                  .builder()
                  .baseUrl("http://127.0.0.1:9")
                  .allowInsecureHttp()
                  .configureOkHttp(
                      http ->
                          toProxy
                              .watch(http)
                              .proxy(proxyAt(proxy))
                              .addInterceptor(chain -> telling(told, chain))
                              .proxyAuthenticator(
                                  (route, response) -> {
                                    told.add(response.request().headers().toString());
                                    return response
                                        .request()
                                        .newBuilder()
                                        .header("Proxy-Authorization", "mine")
                                        .build();
                                  })));

      Online.failure(client.customProcessors().job("k1").result(), UnknownJobException.class);

      List<String> received = Arrays.asList(proxy.received().split("\r\n"));
      assertEquals(2, Collections.frequency(received, "X-API-Key: " + Online.KEY));
      assertEquals(4, told.size());
      assertFalse(told.toString().contains(Online.KEY), told::toString);
      assertReleasedAndKeyToldToNobodyBut(proxy);
    }
  }

  private static Response telling(List<String> told, Interceptor.Chain chain) throws IOException {
    Response answered = chain.proceed(chain.request());
    told.add(answered.request().headers().toString());
    told.add(answered.priorResponse().request().headers().toString());
    told.add(answered.networkResponse().request().headers().toString());
    return answered;
  }

  /** The request is sent in the clear by the proxy, key included. */
  private void assertReleasedAndKeyToldToNobodyBut(Bystander proxy) throws InterruptedException {
    toProxy.assertAllReleased();
    toProxy.assertKeyWentOnlyTo(proxy.port());
  }

  private static Proxy proxyAt(Bystander proxy) {
    return new Proxy(
        Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()));
  }

  private static ProxySelector always(Proxy proxy) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return Collections.singletonList(proxy);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {}
    };
  }

  private DatalabException failsBy(Bystander proxy, String credentials) {
    Datalab client =
        online.client(
            online
                .builder()
                .baseUrl("https://datalab.example")
                .pollPolicy(Online.FAST.toBuilder().failuresBorne(0).build())
                .configureOkHttp(
                    http ->
                        online
                            .watch(http)
                            .proxy(proxyAt(proxy))
                            .proxyAuthenticator(
                                (route, response) ->
                                    credentials == null
                                        ? null
                                        : response
                                            .request()
                                            .newBuilder()
                                            .header("Proxy-Authorization", credentials)
                                            .build())));
    return Online.failure(
        client.customProcessors().job("k1").result(), ServiceUnavailableException.class);
  }
}
