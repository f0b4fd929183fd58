package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever answers a submission. */
class SubmitAnswerFuzzTest {
  private static final CannedAnswers ANSWERS = new CannedAnswers();
  private static final Iteration ITERATION = Iteration.builder("r").build();

  static Stream<byte[]> answers() {
    return KeyHunt.seeds(
        "200\n\n{\"success\":true,\"response_check_url\":\"/api/v1/custom_pipelines/k1\"}",
        "200\n\n{\"success\":true,\"response_check_url\":\"https://a.b/x/%63anary%2fkey+4711\"}",
        "200\n\n{\"success\":true,\"response_check_url\":\"//evil.example/k\",\"versions\":[]}",
        "200\n\n{\"success\":true,\"response_check_url\":\"/api/v1/x/k1/\"}",
        "200\n\n{\"success\":false,\"error\":\"full\",\"response_check_url\":\"\"}",
        "200\n\n{\"request_check_url\":\"/api/v1/x/k?q=\\u0063anary/key+4711\"}",
        "200\nContent-Type: text/html\n\n<html>",
        "303\nLocation: /api\n\n",
        "307\nLocation: http://[::1]/\n\n",
        "422\n\n{\"detail\":[null,{\"loc\":\"a\"},\"canary/key+4711\"]}",
        "429\nRetry-After: 7\n\n",
        "500\n\n{\"message\":\"canary\\/key+4711\"}");
  }

  @AfterAll
  static void close() {
    ANSWERS.close();
  }

  @MethodSource("answers")
  @FuzzTest
  void everyAnswerSaysWhatBecameOfTheSubmission(byte[] http) {
    SubmitOutcome outcome =
        ANSWERS.ask(http, ANSWERS.stack.submit("cp_1", ITERATION, new RecordingWatch()));

    int code = CannedAnswers.code(http);
    DatalabException error = outcome.error();
    if (outcome.token() != null) {
      assertEquals(error == null, outcome.token().isPath());
      assertTrue(code < 300, () -> "accepted by " + code);
      assertResumable(outcome.token());
      return;
    }
    assertNotNull(error);
    KeyHunt.assertNoneIn(error);
    assertEquals(code == 429, outcome.again());
    assertTrue(outcome.retryAfterMillis() >= 0);
    if (code >= 300) {
      assertEquals(expected(code), error.submission());
    }
  }

  private static void assertResumable(ResumeToken token) {
    ResumeToken read = ResumeToken.parse(token.toString());
    assertEquals(token.address(), read.address());
    CheckPath path =
        read.isPath()
            ? CannedAnswers.ORIGIN.ofToken(read.address())
            : CannedAnswers.ORIGIN.ofLookupKey(read.address());
    KeyHunt.assertNone(token.address());
    KeyHunt.assertNone(path.url());
  }

  private static SubmissionState expected(int code) {
    if (code == 429) {
      return SubmissionState.NOT_SENT;
    }
    boolean redirect = code < 400 && code != 307 && code != 308;
    return redirect || code == 408 || code >= 500
        ? SubmissionState.UNKNOWN
        : SubmissionState.REFUSED;
  }
}
