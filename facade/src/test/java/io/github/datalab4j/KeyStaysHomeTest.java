package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.datalab4j.rule.Bystander;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.ReceivedRequest;
import io.reactivex.rxjava3.core.Single;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wherever the service points to, by redirect, check URL or token: nobody else is asked, looked up
 * or told the key. {@code OTHER} stands for the port of somebody else; the cases with {@code [::1]}
 * are skipped where there is no IPv6.
 */
class KeyStaysHomeTest {
  @RegisterExtension final Online online = new Online();

  private final Set<String> lookedUp = new ConcurrentSkipListSet<>();
  private Bystander other;
  private @Nullable Bystander otherByIpv6;

  @BeforeEach
  void start() throws Exception {
    other = new Bystander(Collections.emptyList());
    try {
      otherByIpv6 = new Bystander(InetAddress.getAllByName("::1")[0], Collections.emptyList());
    } catch (IOException none) {
      otherByIpv6 = null;
    }
  }

  @AfterEach
  void nobodyElseWasAskedOrLookedUp() throws Exception {
    other.close();
    if (otherByIpv6 != null) {
      otherByIpv6.close();
      assertEquals("", otherByIpv6.received());
    }
    assertEquals("", other.received());
    lookedUp.remove("127.0.0.1");
    assertEquals(Collections.emptySet(), lookedUp);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "http://localhost:OTHER/api/v1/custom_pipelines/k1",
        "https://127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "//127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "http:127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "http:/127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "http:///127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "\\\\\\\\127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "/\\127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "http://127.0.0.1:HOME@127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "http://user:pass@127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "http://[::1]:OTHER/api/v1/custom_pipelines/k1",
        "http://[::ffff:127.0.0.1]:OTHER/api/v1/custom_pipelines/k1",
        "http://2130706433:OTHER/api/v1/custom_pipelines/k1",
        "http://127.1:OTHER/api/v1/custom_pipelines/k1",
        "http://evil.example/api/v1/custom_pipelines/k1",
        "http://ⓔⓥⓘⓛ.example/api/v1/custom_pipelines/k1",
        "http://127。0。0。1:OTHER/api/v1/custom_pipelines/k1",
        "http://xn--e1afmkfd.example/api/v1/custom_pipelines/k1",
        "ftp://127.0.0.1:OTHER/api/v1/custom_pipelines/k1",
        "file:///etc/passwd",
        "javascript:fetch('http://127.0.0.1:OTHER/k1')",
        "data:application/json,{}",
        "/api/v1/custom_pipelines/..%2f..%2f/k1",
        "/api/v1/../../@127.0.0.1:OTHER/k1",
        "/@127.0.0.1:OTHER/k1",
        "/api/v1/custom_pipelines/k1?next=http://127.0.0.1:OTHER/",
        "@127.0.0.1:OTHER/k1",
        ".127.0.0.1:OTHER/k1",
        ":OTHER/k1",
      })
  void checkUrlLeadsHomeOrNowhere(String checkUrl) {
    online.simulator().nextJob(Job.completing().lookupKey("k1").checkUrl(address(checkUrl)));

    ended(job().result());

    for (ReceivedRequest request : online.simulator().requests(On.ANY)) {
      assertTrue(request.target().matches("/[^/].*"), request::target);
      assertEquals("127.0.0.1:" + online.simulator().port(), request.header("Host"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:OTHER/",
        "http://localhost:OTHER/",
        "http://localhost:HOME/",
        "https://127.0.0.1:OTHER/",
        "https://127.0.0.1:HOME/",
        "//127.0.0.1:OTHER/",
        "http://127.0.0.1:HOME@127.0.0.1:OTHER/",
        "http://[::1]:OTHER/",
        "http://evil.example/",
        "http://bücher.example/",
        "/api/v1/elsewhere",
        "?loop",
        "",
        "::::",
      })
  void redirectIsNotFollowed(String location) {
    Datalab client = client();
    for (int code : new int[] {300, 301, 302, 303, 307, 308}) {
      online.simulator().clearFaults().forgetRequests();
      online.simulator().fault(On.ANY, Fault.redirect(code, address(location)));
      String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());

      ended(online.job(client).result());
      ended(client.customProcessors().job(key).result());
      ended(client.api(GreetingApi.class).single());

      assertEquals(3, online.simulator().requests(On.ANY).size());
    }
  }

  @Test
  void loopOfRedirectsIsNotEntered() {
    online.simulator().fault(On.STATUS, Fault.redirect(307, "/api/v1/custom_pipelines/k1"));
    String key = online.simulator().startJob(Online.PROCESSOR, Job.completing());

    ended(client().customProcessors().job(key).result());

    assertEquals(1, online.simulator().requests(On.ANY).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:OTHER",
        "http://localhost:HOME",
        "https://127.0.0.1:HOME",
        "http://evil.example",
      })
  void tokenOfAnotherOriginAsksNobody(String origin) {
    String token = ResumeToken.of(address(origin), "/api/v1/custom_pipelines/k1").toString();

    ended(Single.defer(() -> client().customProcessors().resume(token).result()));

    assertTrue(online.simulator().requests(On.ANY).isEmpty());
  }

  @Test
  void addressInAPathOfTheUsersOwnInterfaceIsAskedWithoutTheKey() {
    String elsewhere = "http://localhost:" + online.simulator().port() + "/api/v1/x";

    ended(client().api(GreetingApi.class).at(elsewhere));

    assertFalse(
        online.simulator().requests(On.ANY).get(0).headers().toString().contains(Online.KEY));
    lookedUp.remove("localhost"); // the user asked for it
  }

  private String address(String text) {
    Bystander named = text.contains("[::1]") ? otherByIpv6 : other;
    assumeTrue(named != null, "there is no ::1 here");
    return text.replace("OTHER", String.valueOf(named.port()))
        .replace("HOME", String.valueOf(online.simulator().port()));
  }

  private GenerationJob job() {
    return online.job(client());
  }

  private Datalab client() {
    Dns recording =
        host -> {
          lookedUp.add(host);
          return Dns.SYSTEM.lookup(host);
        };
    return online.client(
        online
            .builder()
            .adapters(Greeting.ADAPTERS)
            .configureOkHttp(http -> online.watch(http).dns(recording)));
  }

  private static void ended(Single<?> single) {
    single
        .ignoreElement()
        .onErrorComplete()
        .test()
        .awaitDone(30, TimeUnit.SECONDS)
        .assertComplete();
  }
}
