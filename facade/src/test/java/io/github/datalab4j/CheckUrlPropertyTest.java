package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

class CheckUrlPropertyTest {
  private static final Origin PREFIXED = Origin.parse("https://proxy.example:8443/api");

  /** A segment of dots, also escaped and before a parameter, in a path. */
  private static final Pattern DOTS =
      Pattern.compile("[^?]*/(?:\\.|%2e){1,2}(?:;[^/]*)?(?:[/?].*)?", Pattern.CASE_INSENSITIVE);

  private static final String[] GOOD = {
    "/api/v1/custom_pipelines/k1",
    "api/v1/custom_processors/k1?team=a%20b",
    "/api/api/v1/custom_pipelines/k1", // with the prefix
    "https://proxy.example:8443/api/api/v1/custom_pipelines/k1",
    "http://evil.example/api/v1/custom_pipelines/k%C3%A9"
  };
  private static final String[] PIECES = {
    "https://",
    "http://",
    "//",
    "/",
    "/..",
    "/%2E.",
    "/.;",
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
    "*"
  };

  @Property(tries = 2000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void whateverIsNamedIsRefusedOrOnOurOriginUnderOurPrefix(@ForAll("urls") String checkUrl) {
    CheckPath path;
    try {
      path = PREFIXED.trusted(checkUrl);
    } catch (UntrustedAddressException refused) {
      Outcomes.count(false, false);
      return;
    }
    Outcomes.count(true, !checkUrl.matches("[a-z0-9_:/.]*"));
    assertTrue(PREFIXED.owns(path.url()), checkUrl);
    assertTrue(path.url().encodedPath().startsWith("/api/"), checkUrl);
    assertFalse(DOTS.matcher(checkUrl.replaceFirst("^\\w+://[^/]*", "")).matches(), checkUrl);
    assertEquals("", path.url().username());
    int last = path.url().pathSize() - 1;
    assertEquals(path.lookupKey(), path.url().pathSegments().get(last), checkUrl);
  }

  @Provide
  Arbitrary<String> urls() {
    Arbitrary<String> piece = Arbitraries.of(PIECES);
    Arbitrary<String> anything =
        piece.list().ofMinSize(1).ofMaxSize(9).map(pieces -> String.join("", pieces));
    return Arbitraries.frequencyOf(Tuple.of(1, anything), Tuple.of(3, changed(piece)));
  }

  /** Good ones with up to three pieces put in or in the place of something. */
  private static Arbitrary<String> changed(Arbitrary<String> piece) {
    Arbitrary<UnaryOperator<String>> change =
        Combinators.combine(
                Arbitraries.integers().between(0, 60), Arbitraries.integers().between(0, 3), piece)
            .as(CheckUrlPropertyTest::change);
    return Combinators.combine(Arbitraries.of(GOOD), change.list().ofMaxSize(3))
        .as(
            (url, changes) -> {
              String changed = url;
              for (UnaryOperator<String> next : changes) {
                changed = next.apply(changed);
              }
              return changed;
            });
  }

  private static UnaryOperator<String> change(int from, int length, String piece) {
    return url -> {
      int start = Math.min(from, url.length());
      int end = Math.min(start + length, url.length());
      return url.substring(0, start) + piece + url.substring(end);
    };
  }
}
