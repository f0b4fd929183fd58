package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is handed over as a lookup key: refused, or asked for to the letter. */
class LookupKeyFuzzTest {
  private static final byte[] NO_SUCH_JOB = "404\n\n".getBytes(StandardCharsets.UTF_8);
  private static final CannedAnswers ANSWERS = new CannedAnswers();
  private static final StatusService STATUSES = new StatusService(ANSWERS.stack);

  static Stream<byte[]> keys() {
    return KeyHunt.seeds(
        "k_1", "..", "%2e%2e", "%2E.", "access", "a;b?c#d", "a%2Fb", "图+é", " ", "a\nb", "a/b",
        ";a", "..;a");
  }

  @AfterAll
  static void close() {
    ANSWERS.close();
  }

  @MethodSource("keys")
  @FuzzTest
  void isRefusedOrAskedForToTheLetter(byte[] bytes) {
    String key = new String(bytes, StandardCharsets.UTF_8);
    if (LookupKey.fault(key) != null) {
      assertThrows(
          IllegalArgumentException.class, () -> CannedAnswers.ORIGIN.ofLookupKey(key), key);
      return;
    }
    CheckPath path = CannedAnswers.ORIGIN.ofLookupKey(key);
    ANSWERS.ask(NO_SUCH_JOB, STATUSES.poll(path));

    HttpUrl asked = ANSWERS.asked();
    assertEquals(path.url(), asked);
    assertTrue(CannedAnswers.ORIGIN.owns(asked));
    assertEquals(Arrays.asList("api", "api", "v1", "custom_pipelines", key), asked.pathSegments());
    if (path.encoded().length() <= CheckUrl.LONGEST) {
      assertEquals(key, CannedAnswers.ORIGIN.trusted(path.encoded()).lookupKey());
    }
    String token = ResumeToken.of(CannedAnswers.ORIGIN.text(), key).toString();
    assertEquals(key, ResumeToken.parse(token).address());
  }
}
