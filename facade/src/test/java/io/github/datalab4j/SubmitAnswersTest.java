package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer says about the submission. */
class SubmitAnswersTest {
  @RegisterExtension final HttpFixture http = new HttpFixture();

  @Test
  void anAcceptedSubmissionGivesATokenOfOriginAndPath() {
    ResumeToken token =
        submit(
                HttpFixture.json(
                    "{\"success\":true,\"response_check_url\":"
                        + "\"https://api.datalab.to/api/v1/custom_processors/k1?x=1\"}"))
            .token();

    assertEquals("/api/v1/custom_processors/k1?x=1", token.address());
    assertEquals(
        "http://" + http.server.getHostName() + ":" + http.server.getPort(), token.origin());
  }

  @Test
  void successIsTheDefault() {
    assertNotNull(
        submit(HttpFixture.json("{\"response_check_url\":\"/api/v1/custom_pipelines/k1\"}"))
            .token());
  }

  @Test
  void acceptedByAnotherCodeIsAccepted() {
    assertNotNull(submit(HttpFixture.json(HttpFixture.ACCEPTED).setResponseCode(202)).token());
  }

  @Test
  void retryAfterOfAnAcceptanceIsTakenOver() {
    SubmitOutcome outcome =
        submit(HttpFixture.json(HttpFixture.ACCEPTED).setHeader("Retry-After", "7"));

    assertEquals(7_000, outcome.retryAfterMillis());
  }

  @Test
  void noSuccessIsARefusalWithItsText() {
    assertRefused(
        200,
        "No credit",
        HttpFixture.json(
            "{\"success\":false,\"error\":\"No credit\",\"response_check_url\":\"/x/k\"}"));
  }

  @Test
  void noSuccessIsARefusalAlsoWhereItDoesNotFitTheSchema() {
    assertRefused(
        200,
        "No credit",
        HttpFixture.json(
            "{\"success\":false,\"error\":\"No credit\",\"response_check_url\":null}"));
  }

  @Test
  void noSuccessWithoutACheckUrlIsARefusal() {
    assertRefused(200, "words", HttpFixture.json("{\"success\":false,\"detail\":\"words\"}"));
  }

  @Test
  void theCheckUrlIsTakenUnderItsOtherNameToo() {
    assertEquals(
        "/api/v1/custom_pipelines/k1",
        submit(
                HttpFixture.json(
                    "{\"success\":true,\"request_check_url\":\"/api/v1/custom_pipelines/k1\"}"))
            .token()
            .address());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"success\":true}",
        "{\"success\":true,\"response_check_url\":null}",
        "[]",
        "null",
        "hello",
        "",
        "<html><title>Welcome</title></html>",
        "{\"success\":true,\"response_check_url\":\"/api/v1/custom_pip"
      })
  void aGoodAnswerThatTellsNoAddressLeavesTheSubmissionUnknown(String body) {
    assertUnknown(200, submit(HttpFixture.json(body)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"pages\":NaN}",
        "\"pages\":[1,2",
        "\"a\":\"b",
        "\"a\"=>1}",
        "\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            + "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void anAnswerThatIsDamagedAfterItsCheckUrlLosesNoJob(String rest) {
    String start = HttpFixture.ACCEPTED.replace("}", ",");

    assertNotNull(submit(HttpFixture.json(start + rest)).token());
  }

  @Test
  void aRefusalThatIsDamagedGivesNoToken() {
    String refusal = HttpFixture.ACCEPTED.replace("true", "false").replace("}", ",");

    assertUnknown(200, submit(HttpFixture.json(refusal)));
  }

  @Test
  void aGoodAnswerWithoutABodyLeavesTheSubmissionUnknown() {
    assertUnknown(204, submit(new MockResponse().setResponseCode(204)));
  }

  @Test
  void anAnswerThatIsTooLargeLeavesTheSubmissionUnknown() {
    HttpSettings settings = http.settings();
    settings.maxBodyBytes = 10;
    http.stack(settings);

    assertUnknown(0, submit(HttpFixture.json(HttpFixture.ACCEPTED)));
  }

  @Test
  void anAnswerThatIsTooLargeAfterItsCheckUrlLosesNoJob() {
    HttpSettings settings = http.settings();
    settings.maxBodyBytes = 20_000;
    http.stack(settings);
    String large = HttpFixture.ACCEPTED.replace("}", ",\"x\":\"" + text(100_000) + "\"}");

    assertNotNull(submit(HttpFixture.json(large)).token());
  }

  @Test
  void anAnswerThatIsShorterThanItsContentLengthLosesNoJob() {
    assertNotNull(submit(tooLong(HttpFixture.ACCEPTED)).token());
  }

  @Test
  void anAnswerWithoutItsLastChunkLosesNoJob() {
    String chunk = Integer.toHexString(HttpFixture.ACCEPTED.length());
    MockResponse answer =
        new MockResponse()
            .setHeader("Transfer-Encoding", "chunked")
            .setBody(chunk + "\r\n" + HttpFixture.ACCEPTED + "\r\n")
            .removeHeader("Content-Length")
            .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END);

    assertNotNull(submit(answer).token());
  }

  @Test
  void aRefusalThatBreaksOffIsNotTakenForAJob() {
    assertUnknown(0, submit(tooLong(HttpFixture.ACCEPTED.replace("true", "false"))));
  }

  @Test
  void aCheckUrlThatBreaksOffIsNoAddress() {
    assertUnknown(0, submit(tooLong(HttpFixture.ACCEPTED.replace("k1\"}", ""))));
  }

  @Test
  void aBodyThatBreaksOffLeavesTheSubmissionUnknown() {
    assertUnknown(
        0,
        submit(
            HttpFixture.json(HttpFixture.ACCEPTED)
                .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY)));
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 300, 301, 302, 303, 304, 305, 399, 408, 500, 502, 503, 504, 529})
  void theseLeaveTheSubmissionUnknown(int code) {
    assertUnknown(code, submit(new MockResponse().setResponseCode(code).setBody("{}")));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 429, 500, 503})
  void whatIsToldAreWholeSentences(int code) {
    MockResponse answer = new MockResponse().setResponseCode(code).setHeader("Location", "/x");

    String told = submit(answer).error().getMessage();

    assertFalse(told.contains("..") || told.contains("?."), told);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 409, 410, 413, 422, 425})
  void theseRefuseIt(int code) {
    assertRefused(
        code, "why", new MockResponse().setResponseCode(code).setBody("{\"detail\":\"why\"}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void aRedirectOfTheSubmissionItselfRefusesIt(int code) {
    SubmitOutcome outcome = submit(new MockResponse().setResponseCode(code));

    assertInstanceOf(UntrustedAddressException.class, outcome.error());
    assertEquals(SubmissionState.REFUSED, outcome.error().submission());
    assertFalse(outcome.again());
  }

  @Test
  void tooManyRequestsIsNotSent() {
    SubmitOutcome outcome = submit(new MockResponse().setResponseCode(429));

    assertInstanceOf(NotSentException.class, outcome.error());
    assertTrue(outcome.again());
    assertEquals(0, outcome.retryAfterMillis());
  }

  @Test
  void anUntrustedCheckUrlIsAnErrorOfAnAcceptedSubmission() {
    SubmitOutcome outcome =
        submit(
            HttpFixture.json(
                "{\"success\":true,\"response_check_url\":\"//evil.example/api/v1/x/k\"}"));

    assertInstanceOf(UntrustedAddressException.class, outcome.error());
    assertEquals(SubmissionState.ACCEPTED, outcome.error().submission());
    assertFalse(outcome.again());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/custom_processors/k1/",
        "/api/v1/custom_processors/k1#top",
        "/api/v1/custom_processors/k1/?x=a/b#/c",
        "https://user:word@api.datalab.to/api/v1/custom_processors/k1",
        "https://b\u00fccher.example/api/v1/custom_processors/k1",
        "//evil.example/api/v1/custom_processors/k1",
        "ftp://evil.example/k1",
        "/api/v1/../k1",
        "/api//k%31",
        "k1"
      })
  void theKeyInARefusedCheckUrlIsInTheErrorsToken(String checkUrl) {
    SubmitOutcome outcome = acceptedAt(checkUrl);

    DatalabException error = outcome.error();
    assertInstanceOf(UntrustedAddressException.class, error);
    ResumeToken token = outcome.token();
    assertEquals(token.toString(), error.token());
    assertEquals("k1", token.address());
    assertEquals(
        "http://" + http.server.getHostName() + ":" + http.server.getPort(), token.origin());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://evil.example/",
        "//evil.example",
        "https:\\\\evil.example\\\\k1",
        "/api/v1/..",
        "/api/v1/a%2fb/",
        "/api/v1/a%zz/",
        "/api/v1/b\u00e9/",
        "/api/v1/a b/",
        "/api/v1/access/",
        "#/k1",
        " "
      })
  void aCheckUrlWithoutAKeyIsAnErrorWithoutAToken(String checkUrl) {
    SubmitOutcome outcome = acceptedAt(checkUrl);

    assertNull(outcome.error().token());
    assertNull(outcome.token());
  }

  @Test
  void anEndlessCheckUrlIsNoKey() {
    assertNull(acceptedAt("/" + text(100_000) + "/").error().token());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ","})
  void aCheckUrlWhoseKeyHoldsTheApiKeyGoesIntoNoToken(String behind) {
    SubmitOutcome outcome =
        submit(
            HttpFixture.json(
                "{\"response_check_url\":\"/x/" + HttpFixture.KEY + "\"" + behind + "}"));

    assertInstanceOf(UntrustedAddressException.class, outcome.error());
    assertNull(outcome.error().token());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", ",\"messages\":[", "}"})
  void aCheckUrlThatHoldsTheKeyGoesIntoNoTokenHoweverTheAnswerIsDamaged(String behind) {
    SubmitOutcome outcome =
        submit(
            HttpFixture.json(
                "{\"success\":true,\"response_check_url\":\"/x/k?key="
                    + HttpFixture.KEY
                    + "\""
                    + behind
                    + "}"));

    assertInstanceOf(UntrustedAddressException.class, outcome.error());
    assertFalse(outcome.error().toString().contains(HttpFixture.KEY));
    assertEquals("k", ResumeToken.parse(String.valueOf(outcome.error().token())).address());
  }

  @Test
  void aProcessorIdThatIsNoSegmentIsNotSent() {
    SubmitOutcome outcome =
        http.stack()
            .submit("..", Iteration.builder("r").build(), new RecordingWatch())
            .blockingGet();

    assertInstanceOf(NotSentException.class, outcome.error());
    assertFalse(outcome.again());
    http.assertRequests(0);
  }

  @Test
  void aProcessorIdIsEncoded() throws InterruptedException {
    http.server.enqueue(HttpFixture.json(HttpFixture.ACCEPTED));
    http.stack()
        .submit("a/b?c", Iteration.builder("r").build(), new RecordingWatch())
        .ignoreElement()
        .blockingAwait();

    assertEquals("/api/v1/custom_processors/a%2Fb%3Fc/iterate", http.taken().getPath());
  }

  @Test
  void aClosedClientSendsNothing() {
    HttpStack stack = http.stack();
    stack.close();

    SubmitOutcome outcome =
        stack.submit("cp_1", Iteration.builder("r").build(), new RecordingWatch()).blockingGet();

    assertInstanceOf(ClientClosedException.class, outcome.error());
    assertEquals(SubmissionState.NOT_SENT, outcome.error().submission());
  }

  private SubmitOutcome acceptedAt(String checkUrl) {
    return submit(
        HttpFixture.json("{\"success\":true,\"response_check_url\":\"" + checkUrl + "\"}"));
  }

  /** An answer that ends 100 bytes before it should. */
  private static MockResponse tooLong(String body) {
    return HttpFixture.json(body)
        .setHeader("Content-Length", body.length() + 100)
        .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END);
  }

  private static String text(int length) {
    return new String(new char[length]).replace('\0', 'x');
  }

  private SubmitOutcome submit(MockResponse answer) {
    http.server.enqueue(answer);
    return http.submit();
  }

  private void assertRefused(int code, String words, MockResponse answer) {
    SubmitOutcome outcome = submit(answer);
    RequestRefusedException error =
        assertInstanceOf(RequestRefusedException.class, outcome.error());
    assertEquals(SubmissionState.REFUSED, error.submission());
    assertEquals(code, error.statusCode());
    assertEquals(ErrorDetail.ofText(words), error.detail());
    assertFalse(outcome.again());
  }

  private static void assertUnknown(int code, SubmitOutcome outcome) {
    SubmissionUnknownException error =
        assertInstanceOf(SubmissionUnknownException.class, outcome.error());
    assertEquals(code, error.statusCode());
    assertFalse(outcome.again());
    assertTrue(error.getMessage().contains("look at the processor's versions"));
  }
}
