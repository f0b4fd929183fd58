package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import okhttp3.HttpUrl;

class LookupKeyPropertyTest {
  private static final Origin ORIGIN = Origin.parse("https://proxy.example/prefix");

  @Property
  void anyKeyIsRefusedOrTheLastSegmentToTheLetter(@ForAll @StringLength(max = 100) String key) {
    assertRefusedOrToTheLetter(key);
  }

  @Property(tries = 2000)
  @StatisticsReport(StatisticsReportMode.OFF)
  void theWorstKeysAreRefusedOrTheLastSegmentToTheLetter(
      @ForAll
          @StringLength(min = 1, max = 4)
          @Chars({'.', '%', '2', 'e', 'f', '/', '\\', '?', '#', ';', '@', ':', ' ', '\u00a0', '+'})
          @Chars({'\ud7ff', '\ud800', '\udbff', '\udc00', '\udfff', '\ue000'})
          String key) {
    boolean accepted = assertRefusedOrToTheLetter(key);
    Outcomes.count(accepted, !key.matches("[2ef]*"));
  }

  private static boolean assertRefusedOrToTheLetter(String key) {
    if (LookupKey.fault(key) != null) {
      return false;
    }
    HttpUrl url = ORIGIN.ofLookupKey(key).url();
    assertTrue(ORIGIN.owns(url), url::toString);
    assertEquals(5, url.pathSize());
    assertEquals(key, url.pathSegments().get(4));
    assertEquals(key, ResumeToken.parse(ResumeToken.of(ORIGIN.text(), key).toString()).address());
    return true;
  }
}
