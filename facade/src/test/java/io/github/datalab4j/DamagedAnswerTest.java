package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of an answer whose body is lost, the code and {@code Retry-After} hold all the same. */
class DamagedAnswerTest {
  private static final String DETAIL = "{\"detail\":\"" + String.join("", many("no ")) + "\"}";

  @RegisterExtension final HttpFixture http = new HttpFixture();

  static List<MockResponse> damaged() {
    return Arrays.asList(
        HttpFixture.json("<html><title>Maintenance</title></html>"),
        HttpFixture.json("{\"success\":true,\"status\"=>1}"),
        HttpFixture.json("{\"success\":true,\"status\":"),
        brokenOff(HttpFixture.json(DETAIL)));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void aPollKeepsRetryAfterOfAnAnswerThatCannotBeRead(MockResponse answer) {
    http.server.enqueue(answer.setHeader("Retry-After", "3"));

    PollAnswer<ProcessorStatus> poll = poll();

    assertEquals(PollAnswer.Kind.BAD, poll.kind());
    assertEquals(3000, poll.retryAfterMillis());
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void aPollOfAnyOperationDoesSoToo(MockResponse answer) {
    http.server.enqueue(answer.setHeader("Retry-After", "3"));
    HttpStack stack = http.stack();

    PollAnswer<Greeting> poll =
        PollTicket.poll(
                stack.api(GreetingApi.class).single(),
                new Permit(http.budget),
                stack.failures(),
                Runnable::run)
            .blockingGet();

    assertEquals(PollAnswer.Kind.BAD, poll.kind());
    assertEquals(3000, poll.retryAfterMillis());
  }

  @Test
  void aCallTellsRetryAfterOfAnAnswerThatBreaksOff() {
    http.server.enqueue(brokenOff(HttpFixture.json(DETAIL)).setHeader("Retry-After", "3"));

    ServiceUnavailableException error =
        assertInstanceOf(ServiceUnavailableException.class, failureOfACall());

    assertEquals(3000, error.retryAfterMillis());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void aPollKeepsRetryAfterOfAnErrorThatBreaksOff(int code) {
    http.server.enqueue(error(code));

    PollAnswer<ProcessorStatus> poll = poll();

    assertEquals(code == 429 ? PollAnswer.Kind.THROTTLED : PollAnswer.Kind.BAD, poll.kind());
    assertEquals(3000, poll.retryAfterMillis());
    assertEquals(code, ((ServiceUnavailableException) poll.error()).statusCode());
  }

  @Test
  void a429ThatBreaksOffSlowsTheBudget() {
    http.server.enqueue(error(429));

    assertInstanceOf(ServiceUnavailableException.class, failureOfACall());

    assertEquals(Collections.singletonList(3000L), http.throttles);
  }

  @Test
  void aRefusalThatBreaksOffEndsAWatch() {
    http.server.enqueue(error(401));

    PollAnswer<ProcessorStatus> poll = poll();

    assertEquals(PollAnswer.Kind.FATAL, poll.kind());
    assertEquals(401, ((RequestRefusedException) poll.error()).statusCode());
  }

  @Test
  void aRefusalThatBreaksOffRefusesASubmission() {
    http.server.enqueue(error(401));

    DatalabException refusal = http.submit().error();

    assertInstanceOf(RequestRefusedException.class, refusal);
    assertEquals(SubmissionState.REFUSED, refusal.submission());
    assertTrue(refusal.getMessage().contains("no no"), refusal.getMessage());
  }

  @Test
  void aSubmissionIsTriedAgainAfterA429ThatBreaksOff() {
    http.server.enqueue(error(429));

    SubmitOutcome outcome = http.submit();

    assertTrue(outcome.again());
    assertEquals(3000, outcome.retryAfterMillis());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"pages\":NaN}", "\"pages\":[1"})
  void anAcceptanceThatIsDamagedAfterItsCheckUrlKeepsRetryAfter(String rest) {
    String damaged = HttpFixture.ACCEPTED.replace("}", ",") + rest;
    http.server.enqueue(HttpFixture.json(damaged).setHeader("Retry-After", "3"));

    assertEquals(3000, http.submit().retryAfterMillis());
  }

  @Test
  void anAcceptanceThatBreaksOffAfterItsCheckUrlKeepsRetryAfter() {
    http.server.enqueue(
        HttpFixture.json(HttpFixture.ACCEPTED)
            .setHeader("Content-Length", HttpFixture.ACCEPTED.length() + 100)
            .setHeader("Retry-After", "3")
            .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));

    assertEquals(3000, http.submit().retryAfterMillis());
  }

  private PollAnswer<ProcessorStatus> poll() {
    HttpStack stack = http.stack();
    return new StatusService(stack).poll(stack.origin().ofLookupKey("k1")).blockingGet();
  }

  private Throwable failureOfACall() {
    return http.api().single().materialize().blockingGet().getError();
  }

  private static MockResponse error(int code) {
    return brokenOff(HttpFixture.json(DETAIL)).setResponseCode(code).setHeader("Retry-After", "3");
  }

  private static MockResponse brokenOff(MockResponse answer) {
    return answer.setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY);
  }

  private static List<String> many(String text) {
    return Collections.nCopies(1000, text);
  }
}
