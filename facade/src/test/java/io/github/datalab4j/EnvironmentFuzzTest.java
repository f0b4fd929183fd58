package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in DATALAB_API_KEY and DATALAB_BASE_URL, a line each. */
class EnvironmentFuzzTest {
  static Stream<byte[]> environments() {
    return KeyHunt.seeds(
        "canary/key+4711\nhttps://www.datalab.to",
        "a\"b\\c/d+e%f\nhttps://proxy.example:8443/api/",
        "secrét\nhttps://user:secret-pw@evil.example/",
        " \nhttp://example.com",
        "secret\r\nhttp://localhost:8080",
        "key-4711\nhttp://127.0.0.1.evil.example/",
        "key-4711\nhttp://[::ffff:127.0.0.1]/",
        "key-4711\nhttps://a/%2e%2e/b?x#y",
        "key-4711\nHTTPS://A@B",
        "key-4711\nhttps:///A@B");
  }

  @MethodSource("environments")
  @FuzzTest
  void isRefusedWithoutShowingItOrUsedToTheLetter(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int line = text.indexOf('\n');
    key(line < 0 ? text : text.substring(0, line));
    baseUrl(line < 0 ? text : text.substring(line + 1));
  }

  private static void key(String secret) {
    ApiKey key;
    try {
      key = ApiKey.of(secret);
    } catch (IllegalArgumentException refused) {
      // Every message says "API key": short texts may be in it by chance.
      assertFalse(secret.trim().length() > 8 && refused.getMessage().contains(secret));
      return;
    }
    assertEquals(secret, Headers.of(ApiKey.HEADER, key.secret()).get(ApiKey.HEADER));
    assertEquals("***", key.toString());
    boolean isMasked = secret.length() >= 6 && secret.indexOf('*') < 0;
    assertFalse(isMasked && key.mask("say " + secret + " " + secret + ".").contains(secret));
  }

  private static void baseUrl(String url) {
    Origin origin;
    try {
      origin = Origin.parse(url);
    } catch (IllegalArgumentException refused) {
      return;
    }
    HttpUrl base = origin.url();
    boolean loopback =
        base.host().equals("localhost")
            || base.host().equals("::1")
            || base.host().matches("127(\\.\\d+){3}");
    assertTrue(base.isHttps() || loopback, url);
    assertEquals("", base.username() + base.password());
    assertTrue(base.query() == null && base.fragment() == null, url);
    assertEquals(base.toString(), Origin.parse(base.toString()).toString());
    assertTrue(origin.owns(origin.ofLookupKey("k").url()));
    assertEquals(origin.text(), Origin.parse(origin.text()).text());
  }
}
