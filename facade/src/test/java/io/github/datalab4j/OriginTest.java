package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.datalab.to, https://www.datalab.to/",
    "https://www.datalab.to/, https://www.datalab.to/",
    "HTTPS://WWW.Datalab.to:443, https://www.datalab.to/",
    "https://proxy.example/datalab, https://proxy.example/datalab/",
    "https://proxy.example/a/b/, https://proxy.example/a/b/",
    "https://proxy.example/me@b, https://proxy.example/me@b/",
    "http://localhost:8080, http://localhost:8080/",
    "http://127.0.0.1:1, http://127.0.0.1:1/",
    "http://127.9.9.9, http://127.9.9.9/",
    "http://[::1]:8080, http://[::1]:8080/",
  })
  void aBaseUrlIsTakenWithOneSlashAtItsEnd(String given, String url) {
    assertEquals(url, Origin.parse(given).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'', does not start with https://",
    "www.datalab.to, does not start with https://",
    "ftp://www.datalab.to, does not start with https://",
    "https:www.datalab.to, does not start with https://",
    "https://, is malformed",
    "https://host:port, is malformed",
    "https:///me@www.datalab.to, is malformed",
    "https://a b, holds white space",
    "'https://www.datalab.to ', holds white space",
    "https:\\\\www.datalab.to, does not start with https://",
    "https://www.datalab.to\\x, holds white space or a backslash",
    "https://me@www.datalab.to, holds a user name",
    "https://@www.datalab.to, holds a user name",
    "https://me:secret@www.datalab.to/path, holds a user name",
    "https://www.datalab.to?x=1, holds a query",
    "https://www.datalab.to/?, holds a query",
    "https://www.datalab.to/#, holds a query or a fragment",
    "http://www.datalab.to, unencrypted",
    "http://127.0.0.1.evil.example, unencrypted",
    "http://localhost.evil.example, unencrypted",
    "http://10.0.2.2:8080, unencrypted",
  })
  void aBaseUrlThatIsNoneIsRefusedWithItsFault(String given, String fault) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Origin.parse(given));

    assertTrue(error.getMessage().contains(fault), error.getMessage());
  }

  /** More than a name may have, so that a token of it would be too long to be read. */
  @Test
  void aHostThatIsTooLongIsRefused() {
    StringBuilder host = new StringBuilder("h");
    for (int i = 0; i < 127; i++) {
      host.append(".h");
    }

    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Origin.parse("https://" + host));

    assertTrue(error.getMessage().contains("host"), error.getMessage());
  }

  @Test
  void aPasswordInABaseUrlIsNotShown() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Origin.parse("https://me:hunter2@host"));

    assertFalse(error.getMessage().contains("hunter2"), error.getMessage());
  }

  @Test
  void plainHttpIsTakenWhereItIsAllowed() {
    assertEquals("http://10.0.2.2:8080/", Origin.parse("http://10.0.2.2:8080", true).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example/x, true",
    "https://H.example:443/, true",
    "http://h.example/x, false",
    "https://h.example:444/x, false",
    "https://sub.h.example/x, false",
    "https://h.example.evil/x, false",
  })
  void onlySchemeHostAndPortMakeTheOrigin(String url, boolean owned) {
    assertEquals(owned, Origin.parse("https://h.example/prefix").owns(HttpUrl.get(url)));
  }

  @Test
  void theTextLeavesOutPrefixAndImpliedPort() {
    assertEquals("https://h.example", Origin.parse("https://h.example:443/prefix").text());
    assertEquals("http://[::1]:8080", Origin.parse("http://[::1]:8080").text());
  }

  @Test
  void aTokensPathIsBelowThePrefixAlsoWhereItBeginsAsThePrefixDoes() {
    Origin origin = Origin.parse("https://proxy.example/api");
    CheckPath named = origin.trusted("/api/api/api/v1/k");

    assertEquals("/api/api/v1/k", named.encoded());
    assertEquals(named.url(), origin.ofToken(named.encoded()).url());
  }

  @Test
  void aBareKeyIsAskedForByTheDocumentedOperation() {
    CheckPath path = Origin.parse("https://h.example/prefix").ofLookupKey("ab?c%");

    assertEquals(
        "https://h.example/prefix/api/v1/custom_pipelines/ab%3Fc%25", path.url().toString());
    assertEquals("ab?c%", path.lookupKey());
    assertTrue(path.isCustomPipeline());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a/b",
        "a\\b",
        ".",
        "..",
        "access",
        "creation-allowance",
        ";a",
        "..;a",
        "a b",
        "a\n"
      })
  void whatIsNoLookupKeyIsRefused(String key) {
    assertThrows(IllegalArgumentException.class, () -> Origin.checkLookupKey(key));
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "/a, holds a slash",
    "\\a, holds a slash",
    ".., '\"..\" is no lookup key.'",
    "access, '\"access\" is an operation'",
    "a b, holds white space",
    "a\uD83D, holds half of a character",
  })
  void aRefusedLookupKeyIsToldWhy(String key, String why) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Origin.checkLookupKey(key));

    assertTrue(error.getMessage().contains(why), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "A-b_c.d~", "...", "accessed", "é", "a%2Fb", "cp_1"})
  void anyOtherLookupKeyIsTaken(String key) {
    assertEquals(key, Origin.checkLookupKey(key));
  }

  @Test
  void anErrorShowsNoPasswordOfTheBaseUrl() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Origin.parse("https://me:se@cret@h/x"));

    assertTrue(error.getMessage().contains("https://…@h/x"), error.getMessage());
    assertFalse(error.getMessage().contains("cret@h/x?"), error.getMessage());
  }
}
