package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Whatever address a request has, and whatever it brings, the key goes to the origin only. */
class KeyOriginPropertyTest {
  private static final Origin ORIGIN = Origin.parse("https://api.example:8443/v");

  private final AtomicReference<Request> sent = new AtomicReference<>();
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .addInterceptor(new KeyInterceptor(ApiKey.of(KeyHunt.KEY), ORIGIN))
          .addInterceptor(
              chain -> {
                sent.set(chain.request());
                return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("")
                    .body(ResponseBody.create("", null))
                    .build();
              })
          .build();

  @Property
  void theKeyLeavesForTheOriginOnly(@ForAll("addresses") String address) throws IOException {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      return;
    }
    Request request = new Request.Builder().url(url).header(ApiKey.HEADER, "stolen").build();
    client.newCall(request).execute().close();

    boolean own =
        url.isHttps() && url.host().equals("api.example") && url.port() == 8443; // and no other
    assertEquals(own ? KeyHunt.KEY : null, sent.get().header(ApiKey.HEADER), address);
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> rest =
        Arbitraries.of(
                "api.example",
                ".",
                "@",
                ":",
                "8443",
                ":8443",
                "/",
                "\\",
                "evil",
                "%2e",
                "#",
                "?",
                "API.EXAMPLE",
                "xn--",
                "\u3002",
                "ａpi",
                "443",
                "[::1]",
                "0x7f.1",
                "\t",
                "é",
                "v/k")
            .list()
            .ofMinSize(1)
            .ofMaxSize(6)
            .map(parts -> String.join("", parts));
    return Arbitraries.of("https://", "http://", "https:", "HTTPS://api.example:8443", "https:/\\")
        .flatMap(scheme -> rest.map(text -> scheme + text));
  }
}
