package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CheckUrlPropertyTest {
  private static final Origin PREFIXED = Origin.parse("https://proxy.example:8443/api");

  @Property(tries = 2000)
  void whateverIsNamedIsRefusedOrOnOurOriginUnderOurPrefix(@ForAll("urls") String checkUrl) {
    CheckPath path;
    try {
      path = PREFIXED.trusted(checkUrl);
    } catch (UntrustedAddressException refused) {
      return;
    }
    assertTrue(PREFIXED.owns(path.url()), checkUrl);
    assertTrue(path.url().encodedPath().startsWith("/api/"), checkUrl);
    assertFalse(path.url().pathSegments().contains(".."), checkUrl);
    assertEquals("", path.url().username());
    int last = path.url().pathSize() - 1;
    assertEquals(path.lookupKey(), path.url().pathSegments().get(last), checkUrl);
  }

  @Provide
  Arbitrary<String> urls() {
    return Arbitraries.of(
            "https://",
            "http://",
            "//",
            "/",
            "..",
            ".",
            "%2e",
            "%2F",
            "%5C",
            "%",
            "\\",
            "@",
            ":",
            "?",
            "#",
            "evil.example",
            "api",
            "v1",
            "custom_pipelines",
            "key",
            ";",
            "&",
            "=",
            "[",
            "]",
            "é",
            " ",
            "\t",
            "\"",
            "<",
            "'",
            "|",
            "^",
            "%00",
            "%C3%A9",
            "%ff",
            "+",
            "*")
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(parts -> String.join("", parts));
  }
}
