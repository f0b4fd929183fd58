package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import io.swagger.v3.oas.models.servers.ServerVariables;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerUrlTest {
  private static ServerUrl of(String... urls) {
    OpenAPI document = new OpenAPI();
    for (String url : urls) {
      document.addServersItem(new Server().url(url));
    }
    return ServerUrl.of(document);
  }

  @Test
  void firstServerCountsAndEndsInASlash() {
    ServerUrl url = of("https://a.example/v1", "https://b.example");

    assertTrue(url.isAbsolute());
    assertEquals("https://a.example/v1/", url.url());
  }

  @Test
  void pathAloneIsNoBaseUrl() {
    ServerUrl url = of("/api");

    assertFalse(url.isAbsolute());
    assertEquals("/api/", url.path());
  }

  @Test
  void documentWithoutServersHasNone() {
    assertFalse(of().isAbsolute());
    assertEquals("", of().path());
  }

  @Test
  void variablesTakeTheirDefaults() {
    OpenAPI document = new OpenAPI();
    ServerVariables variables = new ServerVariables();
    variables.addServerVariable("host", new ServerVariable()._default("a.example"));
    document.addServersItem(new Server().url("https://{host}/").variables(variables));

    assertEquals("https://a.example/", ServerUrl.of(document).url());
  }

  @Test
  void whatRetrofitCannotCallIsNoBaseUrl() {
    assertFalse(of("https://{host}/").isAbsolute());
    assertFalse(of("ws://a.example").isAbsolute());
    assertFalse(of("https://a.example/?q=1").isAbsolute());
    assertFalse(of("https://a.example/\"; evil()").isAbsolute());
    assertEquals("", of("/\"*/").path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com:PORT/api",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://exa^mple.com/",
        "https://a..b/",
        "https://<host>/v1",
        "https://user@/",
      })
  void whatIsNoHostAndPortIsUseless(String url) {
    assertFalse(of(url).isAbsolute());
    assertTrue(of(url).isUseless());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "HTTPS://a.example:/v1",
        "http://my_service:65535/",
        "http://[::1]:80/x",
        "https://bücher.example/",
        "https://192.168.1.1/a/b",
      })
  void hostsThatOkHttpTakesAreAbsolute(String url) {
    assertTrue(of(url).isAbsolute());
    assertNotNull(HttpUrl.parse(of(url).url()));
  }
}
