package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import okhttp3.HttpUrl;

class LookupKeyPropertyTest {
  private static final Origin ORIGIN = Origin.parse("https://proxy.example/prefix");

  @Property
  void anyKeyIsRefusedOrTheLastSegmentToTheLetter(@ForAll @StringLength(max = 100) String key) {
    assertRefusedOrToTheLetter(key);
  }

  @Property
  void theWorstKeysAreRefusedOrTheLastSegmentToTheLetter(
      @ForAll
          @StringLength(min = 1, max = 8)
          @Chars({'.', '%', '2', 'e', 'f', '/', '\\', '?', '#', ';', '@', ':', ' ', '\u00a0', '+'})
          @CharRange(from = '\ud7f0', to = '\ue010')
          String key) {
    assertRefusedOrToTheLetter(key);
  }

  private static void assertRefusedOrToTheLetter(String key) {
    if (LookupKey.fault(key) != null) {
      return;
    }
    HttpUrl url = ORIGIN.ofLookupKey(key).url();
    assertTrue(ORIGIN.owns(url), url::toString);
    assertEquals(5, url.pathSize());
    assertEquals(key, url.pathSegments().get(4));
    assertEquals(key, ResumeToken.parse(ResumeToken.of(ORIGIN.text(), key).toString()).address());
  }
}
