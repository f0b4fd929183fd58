package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckUrlTest {
  private static final Origin PLAIN = Origin.parse("https://www.datalab.to");
  private static final Origin PREFIXED = Origin.parse("https://proxy.example:8443/api");

  @ParameterizedTest
  @CsvSource({
    "https://www.datalab.to/api/v1/custom_pipelines/k1, k1",
    "https://api.datalab.to/api/v1/custom_processors/k1, k1",
    "http://internal:8080/api/v1/custom_pipelines/k1, k1",
    "HTTPS://API.DATALAB.TO/api/v1/custom_pipelines/k1, k1",
    "/api/v1/custom_pipelines/k1, k1",
    "api/v1/custom_pipelines/k1, k1",
    "/api/v2/elsewhere/k1, k1",
    "/k1, k1",
    "/api/v1/custom_pipelines/k1?x=/../&y=//, k1",
    "/api/v1/custom_pipelines/b%C3%A9, bé",
    "/api/v1/custom_pipelines/a%2520b, a%20b",
    "/api/v1/custom_pipelines/..., ...",
    "/api/v1/custom_pipelines/k@h:1, k@h:1",
    "/api/v1/custom_pipelines/%50%70%7e, Pp~",
    "/api/v1/custom_pipelines/!~, !~",
    "https://h/k@h, k@h",
  })
  void pathAndQueryAreAskedForOnOurOrigin(String checkUrl, String lookupKey) {
    CheckPath path = PLAIN.trusted(checkUrl);

    assertEquals(lookupKey, path.lookupKey());
    assertTrue(PLAIN.owns(path.url()), path.url().toString());
    assertEquals("https://www.datalab.to" + path.encoded(), path.url().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/api/v1/custom_pipelines/k",
        "ftp://h/api/v1/custom_pipelines/k",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https:/api/v1/custom_pipelines/k",
        "https:///api/v1/custom_pipelines/k",
        "https://www.datalab.to",
        "https://user@h/api/v1/custom_pipelines/k",
        "https://user:pass@h/api/v1/custom_pipelines/k",
        "www.datalab.to/api/v1/custom_pipelines/k",
        "custom_pipelines/k",
        "?k",
        "/api/v1/custom_pipelines/../k",
        "/api/v1/custom_pipelines/%2e%2E/k",
        "/api/v1/custom_pipelines/.%2e/k",
        "/api/v1/custom_pipelines/..;x=1/k",
        "/api/v1/custom_pipelines/;x=1/k",
        "/api/v1/custom%2Fpipelines/k",
        "/api/v1/custom%5Cpipelines/k",
        "/api/v1/custom%0Apipelines/k",
        "https://@h/api/v1/custom_pipelines/k",
        "://h/api/v1/custom_pipelines/k",
        "#/api/v1/custom_pipelines/k",
        "/api/v1/custom_pipelines/k\u007f",
        "/api/v1/custom_pipelines/./k",
        "/api/v1/custom_pipelines//k",
        "/api/v1/custom_pipelines/k/",
        "/api/v1/custom_pipelines/a%2Fb",
        "/api/v1/custom_pipelines/a%5cb",
        "/api/v1/custom_pipelines/a%00b",
        "/api/v1/custom_pipelines/a%0d%0ab",
        "/api/v1/custom_pipelines/a%",
        "/api/v1/custom_pipelines/a%2",
        "/api/v1/custom_pipelines/a%zz",
        "/api/v1/custom_pipelines/%ff",
        "/api/v1/custom_pipelines/a\\b",
        "/api/v1\\..\\k",
        "/api/v1/custom_pipelines/k#f",
        "/api/v1/custom_pipelines/k k",
        "/api/v1/custom_pipelines/k\n",
        "/api/v1/custom_pipelines/é",
        "/api/v1/custom_pipelines/access",
        "/api/v1/custom_pipelines/creation-allowance",
        "/api/v1/custom_pipelines/%61ccess",
        "/api/v1/custom_pipelines/a%20b",
        "/",
        "",
      })
  void whatCouldLeadElsewhereIsNotAsked(String checkUrl) {
    UntrustedAddressException error =
        assertThrows(UntrustedAddressException.class, () -> PLAIN.trusted(checkUrl));

    assertTrue(error.getMessage().contains("is not asked"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "//h/k|names a host without a scheme",
        "https://www.datalab.to|has no path",
        "https:///k|has no host",
        "https://@h/k|holds a user name or password",
        "ftp://h/k|is neither an http address nor a path of the service",
        "#k|has a fragment",
        "/a%2Fb/k|has an escaped slash, backslash or control character",
        "/a%2/k|has a malformed escape",
        "/a%/k|has a malformed escape",
        "/;x/k|has an empty or a dot segment",
        "/%ff/k|has an escape that is no UTF-8",
        "/access|ends in no lookup key",
      })
  void theErrorSaysWhyItIsNotAsked(String checkUrl, String why) {
    UntrustedAddressException error =
        assertThrows(UntrustedAddressException.class, () -> PLAIN.trusted(checkUrl));

    assertTrue(error.getMessage().contains(" " + why + ", so"), error.getMessage());
  }

  @Test
  void aCheckUrlOf4096CharactersIsAskedForAndALongerOneIsNot() {
    String longest = "/api/v1/custom_pipelines/k?" + repeated("a", 4096 - 27);

    assertEquals(longest, PLAIN.trusted(longest).encoded());
    UntrustedAddressException error =
        assertThrows(UntrustedAddressException.class, () -> PLAIN.trusted(longest + "a"));
    assertTrue(error.getMessage().contains("is too long"), error.getMessage());
  }

  /** One that is taken without its first slash has it in the token. */
  @Test
  void whatIsTakenHasATokenThatIsTaken() {
    String path = "api/v1/custom_pipelines/k?" + repeated("a", 4095 - 26);

    assertEquals("/" + path, PLAIN.ofToken(PLAIN.trusted(path).encoded()).encoded());
    assertThrows(UntrustedAddressException.class, () -> PLAIN.trusted(path + "a"));
  }

  @Test
  void theErrorShows200CharactersOfACheckUrl() {
    String shown = "/" + repeated("/", 199);

    assertTrue(untrusted(shown).endsWith(": " + shown), untrusted(shown));
    assertTrue(untrusted(shown + "/").endsWith(": " + shown + "…"), untrusted(shown + "/"));
  }

  private static String untrusted(String checkUrl) {
    return assertThrows(UntrustedAddressException.class, () -> PLAIN.trusted(checkUrl))
        .getMessage();
  }

  private static String repeated(String text, int times) {
    return String.join("", Collections.nCopies(times, text));
  }

  @Test
  void thePrefixIsPutBeforeThePath() {
    assertEquals(
        "https://proxy.example:8443/api/api/v1/custom_pipelines/k",
        PREFIXED.trusted("https://api.datalab.to/api/v1/custom_pipelines/k").url().toString());
  }

  @Test
  void aPrefixThatThePathHasIsNotPutBeforeItAgain() {
    CheckPath path = PREFIXED.trusted("https://proxy.example/api/api/v1/custom_pipelines/k?q=1");

    assertEquals(
        "https://proxy.example:8443/api/api/v1/custom_pipelines/k?q=1", path.url().toString());
    assertEquals("/api/v1/custom_pipelines/k?q=1", path.encoded());
  }

  @ParameterizedTest
  @CsvSource({
    "/proxy/v2/jobs/k, /v2/jobs/k",
    "/proxy/status/k, /status/k",
    "/proxy/api/v1/custom_pipelines/k, /api/v1/custom_pipelines/k",
    "/api/proxy/k, /api/proxy/k",
    "/proxying/k, /proxying/k"
  })
  void aPrefixThatAnyPathHasIsNotPutBeforeItAgain(String checkUrl, String kept) {
    Origin origin = Origin.parse("https://h.example/proxy");

    assertEquals(kept, origin.trusted(checkUrl).encoded());
    assertEquals("/proxy" + kept, origin.trusted(checkUrl).url().encodedPath());
  }

  @Test
  void whatATokenKeepsLeadsToTheSameAddress() {
    CheckPath path = PREFIXED.trusted("/api/v1/custom_processors/k?a=%20b");

    assertEquals(path.url(), PREFIXED.trusted(path.encoded()).url());
  }

  @Test
  void onlyTheGeneratedOperationsOwnPathIsItsOwn() {
    assertTrue(PLAIN.trusted("/api/v1/custom_pipelines/k").isCustomPipeline());
    assertFalse(PLAIN.trusted("/api/v1/custom_pipelines/k?x=1").isCustomPipeline());
    assertFalse(PLAIN.trusted("/api/v1/custom_pipelines/k/status").isCustomPipeline());
    assertFalse(PLAIN.trusted("/api/v1/custom_processors/k").isCustomPipeline());
  }
}
