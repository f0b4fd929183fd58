package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the service names as a check URL: refused, or asked for on our origin. */
class CheckUrlFuzzTest {
  private static final byte[] NO_SUCH_JOB = "404\n\n".getBytes(StandardCharsets.UTF_8);
  private static final CannedAnswers ANSWERS = new CannedAnswers();
  private static final StatusService STATUSES = new StatusService(ANSWERS.stack);

  static Stream<byte[]> checkUrls() {
    return KeyHunt.seeds(
        "/api/v1/custom_pipelines/k1",
        "https://www.datalab.to/api/v1/custom_processors/k1?team=a%20b",
        "api/v1/x/k;v=1",
        "/api/api/api/v1/k",
        "//evil.example/k",
        "https://user:pw@evil.example/k",
        "http://[::1]:1/%e5%9b%be",
        "/a/%2e%2e/k",
        "/a/%2F/k",
        "/a/..;/k",
        "https:\\\\evil.example\\k",
        "/v1/custom_pipelines/%61ccess",
        "/api/v1/custom_pipelines/a+b%2B&=?",
        "ftp://evil.example/k",
        "/k%c0%af");
  }

  @AfterAll
  static void close() {
    ANSWERS.close();
  }

  @MethodSource("checkUrls")
  @FuzzTest
  void isRefusedOrAskedForOnOurOrigin(byte[] text) {
    CheckPath path;
    try {
      path = ANSWERS.stack.trusted(new String(text, StandardCharsets.UTF_8));
    } catch (UntrustedAddressException refused) {
      KeyHunt.assertNoneIn(refused);
      return;
    }
    ANSWERS.ask(NO_SUCH_JOB, STATUSES.poll(path));

    HttpUrl asked = ANSWERS.asked();
    assertTrue(CannedAnswers.ORIGIN.owns(asked), () -> asked + " for " + path.encoded());
    assertTrue(asked.encodedPath().startsWith("/api/"), () -> asked + " for " + path.encoded());
    assertEquals(path.url().pathSegments(), asked.pathSegments());
    assertEquals(path.url().query(), asked.query());
    assertEquals(path.lookupKey(), asked.pathSegments().get(asked.pathSize() - 1));
    assertFalse(asked.pathSegments().contains(".."));
    assertEquals("", asked.username() + asked.password());
    ResumeToken token = ResumeToken.of(CannedAnswers.ORIGIN.text(), path.encoded());
    CheckPath again = CannedAnswers.ORIGIN.ofToken(ResumeToken.parse(token.toString()).address());
    assertEquals(path.url(), again.url());
    assertEquals(path.encoded(), again.encoded());
  }
}
