package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.HttpException;
import retrofit2.Response;

class FailuresTest {
  private static final String KEY = io.github.datalab4j.rule.Canary.KEY;
  private final Failures failures = new Failures(ApiKey.of(KEY));

  @ParameterizedTest
  @CsvSource({
    "300, untrusted_address, FATAL",
    "302, untrusted_address, FATAL",
    "307, untrusted_address, FATAL",
    "400, request_refused, FATAL",
    "401, request_refused, FATAL",
    "402, request_refused, FATAL",
    "403, request_refused, FATAL",
    "404, unknown_job, FATAL",
    "408, service_unavailable, BAD",
    "409, request_refused, FATAL",
    "410, unknown_job, FATAL",
    "413, request_refused, FATAL",
    "422, request_refused, FATAL",
    "425, service_unavailable, BAD",
    "429, service_unavailable, THROTTLED",
    "500, service_unavailable, BAD",
    "502, service_unavailable, BAD",
    "503, service_unavailable, BAD",
    "504, service_unavailable, BAD",
    "529, service_unavailable, BAD",
  })
  void anAnswerMeansThisForAPoll(int code, String kind, PollAnswer.Kind poll) {
    PollAnswer<String> answer = failures.pollAnswer(error(code, "{}"), true);

    assertEquals(poll, answer.kind());
    assertEquals(kind, ((DatalabException) answer.error()).kind().wireName());
    assertEquals(SubmissionState.NOT_APPLICABLE, ((DatalabException) answer.error()).submission());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void whatIsNotFoundIsNoUnknownJobWhereThereIsNoJob(int code) {
    assertInstanceOf(
        RequestRefusedException.class, failures.pollAnswer(error(code, ""), false).error());
  }

  @Test
  void aGoodAnswerIsAValue() {
    PollAnswer<String> answer = failures.pollAnswer(Response.success("processing"), true);

    assertEquals("processing", answer.value());
    assertEquals(0, answer.retryAfterMillis());
  }

  @Test
  void retryAfterOfAGoodAnswerCounts() {
    Response<String> response =
        Response.success("processing", okhttp3.Headers.of("Retry-After", "12"));

    assertEquals(12_000, failures.pollAnswer(response, true).retryAfterMillis());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503, 500})
  void retryAfterOfAnErrorCounts(int code) {
    PollAnswer<String> answer = failures.pollAnswer(error(code, "", "Retry-After", "12"), true);

    assertEquals(12_000, answer.retryAfterMillis());
    assertEquals(12_000, ((ServiceUnavailableException) answer.error()).retryAfterMillis());
    assertEquals(code, ((ServiceUnavailableException) answer.error()).statusCode());
  }

  @Test
  void aGoodAnswerWithoutABodyIsBorne() {
    PollAnswer<String> answer =
        failures.pollAnswer(Response.<String>success(204, (String) null), true);

    assertEquals(PollAnswer.Kind.BAD, answer.kind());
    assertInstanceOf(ResponseNotUnderstoodException.class, answer.error());
  }

  @Test
  void brokenConnectionsAreBorne() {
    for (IOException e :
        Arrays.asList(
            new ConnectException("refused"),
            new UnknownHostException("h"),
            new SSLHandshakeException("no"),
            new IOException("reset"))) {
      PollAnswer<String> answer = failures.pollFailure(e);
      ServiceUnavailableException error = (ServiceUnavailableException) answer.error();

      assertEquals(PollAnswer.Kind.BAD, answer.kind());
      assertEquals(ServiceUnavailableException.Reason.CONNECTION, error.reason());
      assertSame(e, error.getCause());
    }
  }

  @Test
  void timeoutsAreBorne() {
    for (Exception e :
        Arrays.asList(
            new SocketTimeoutException("read"),
            new InterruptedIOException("timeout"),
            new TimeoutException("rx"))) {
      PollAnswer<String> answer = failures.pollFailure(e);

      assertEquals(PollAnswer.Kind.BAD, answer.kind());
      assertEquals(
          ServiceUnavailableException.Reason.TIMEOUT,
          ((ServiceUnavailableException) answer.error()).reason());
    }
  }

  @Test
  void anHttpExceptionMeansWhatItsResponseMeans() {
    PollAnswer<String> answer =
        failures.pollFailure(new HttpException(error(429, "", "Retry-After", "5")));

    assertEquals(PollAnswer.Kind.THROTTLED, answer.kind());
    assertEquals(5000, answer.retryAfterMillis());
  }

  @Test
  void jsonOfAnotherShapeEndsAWatch() {
    PollAnswer<String> answer =
        failures.pollFailure(
            new UnreadableAnswerException(
                "Expected a string at $.status",
                new JsonDataException("Expected a string at $.status"),
                ByteString.encodeUtf8("{\"status\":1}"),
                "$.status"));

    ResponseNotUnderstoodException error = (ResponseNotUnderstoodException) answer.error();
    assertEquals(PollAnswer.Kind.FATAL, answer.kind());
    assertEquals("$.status", error.jsonPath());
    assertEquals("{\"status\":1}", error.excerpt());
    assertInstanceOf(JsonDataException.class, error.getCause());
  }

  @Test
  void anHtmlPageInPlaceOfJsonIsBorneAndSummarised() {
    PollAnswer<String> answer =
        failures.pollFailure(
            new UnreadableAnswerException(
                "malformed",
                new JsonEncodingException("malformed"),
                ByteString.encodeUtf8("\n<!DOCTYPE html><title>Sign in</title>"),
                null));

    assertEquals(PollAnswer.Kind.BAD, answer.kind());
    assertTrue(
        answer.error().getMessage().contains("an HTML page titled \"Sign in\""),
        answer.error().getMessage());
  }

  @Test
  void otherFaultsAreNobodysButTheirOwn() {
    IllegalStateException fault = new IllegalStateException("bug");

    assertSame(fault, failures.error(fault));
    assertSame(fault, failures.pollFailure(fault).error());
    assertEquals(PollAnswer.Kind.FATAL, failures.pollFailure(fault).kind());
  }

  @Test
  void aDetailThatIsATextIsRead() {
    RequestRefusedException error = refused(400, "{\"detail\":\"No such processor\"}");

    assertEquals(ErrorDetail.ofText("No such processor"), error.detail());
    assertEquals("The service refused the request (400): No such processor", error.getMessage());
    assertEquals("{\"detail\":\"No such processor\"}", error.body());
    assertEquals(400, error.statusCode());
  }

  @Test
  void aDetailThatIsAListIsRead() {
    RequestRefusedException error =
        refused(
            422,
            "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"files\",0],\"msg\":\"Field"
                + " required\",\"input\":null,\"ctx\":{\"n\":3}}]}");

    ErrorDetail.Item item = error.detail().items().get(0);
    assertEquals(Arrays.<Object>asList("body", "files", 0L), item.location());
    assertEquals("Field required", item.message());
    assertEquals("missing", item.type());
    assertEquals(Collections.singletonMap("n", 3L), item.extras().get("ctx"));
    assertTrue(item.extras().containsKey("input"));
    assertTrue(error.getMessage().endsWith("body.files.0: Field required"), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"detail\":[\"a\"]}",
        "{\"detail\":[{\"loc\":\"body\",\"msg\":null}]}",
        "{\"detail\":[{\"loc\":[1.5,null,{}],\"msg\":{}}]}",
        "{\"detail\":[null]}",
        "{\"detail\":{\"msg\":\"a\"}}",
        "{\"detail\":7}"
      })
  void aDetailOfAnotherShapeIsKeptAsFarAsItGoes(String body) {
    assertTrue(refused(422, body).detail() != null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "error_message", "message"})
  void theOtherNamesOfAnErrorAreRead(String name) {
    assertEquals(
        ErrorDetail.ofText("words"), refused(400, "{\"" + name + "\":\"words\"}").detail());
  }

  @Test
  void aGatewaysPageIsSummarisedInTheMessageAndKeptInTheBody() {
    String page = "<html><head><title>\n403  Forbidden</title></head><body>…</body></html>";

    RequestRefusedException error = refused(403, page);

    assertNull(error.detail());
    assertEquals(page, error.body());
    assertTrue(
        error.getMessage().contains("an HTML page titled \"403 Forbidden\""), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "null", "{\"detail\":null}", "{\"a\":"})
  void withoutADetailThereIsNone(String body) {
    assertNull(refused(400, body).detail());
  }

  @Test
  void anEmptyBodyIsNone() {
    RequestRefusedException error = refused(400, "");

    assertNull(error.body());
    assertTrue(error.getMessage().contains("no reason was given"), error.getMessage());
  }

  @Test
  void aLongBodyIsCutInBodyAndMessage() {
    char[] text = new char[100_000];
    Arrays.fill(text, 'x');

    RequestRefusedException error = refused(400, new String(text));

    assertEquals(8192, error.body().length());
    assertTrue(error.getMessage().length() < 300);
  }

  @Test
  void aBodyIsNotCutWithinACharacter() {
    StringBuilder text = new StringBuilder("x");
    for (int i = 0; i < 5000; i++) {
      text.append("😀");
    }

    String body = refused(400, text.toString()).body();

    assertFalse(Character.isHighSurrogate(body.charAt(body.length() - 2)));
  }

  @ParameterizedTest
  @CsvSource({"401, API key", "402, spending limit", "403, access", "413, 200 MB"})
  void someRefusalsSayWhatToDo(int code, String hint) {
    assertTrue(refused(code, "").getMessage().contains(hint));
  }

  @Test
  void aHostThatIsNotFoundIsNamedWithWhatToCheck() {
    Throwable error = failures.error(new UnknownHostException("nowhere.invalid"));

    assertEquals(
        "The host of the service was not found (is the base URL misspelt, or the network down?):"
            + " nowhere.invalid",
        error.getMessage());
  }

  @Test
  void aRedirectNamesTheOriginAndNoMore() {
    Throwable error =
        failures
            .pollAnswer(
                error(302, "", "Location", "https://u:p@evil.example:444/path?token=t"), true)
            .error();

    assertTrue(error.getMessage().contains("https://evil.example:444."), error.getMessage());
    assertFalse(error.getMessage().contains("token"), error.getMessage());
    assertFalse(error.getMessage().contains("u:p"), error.getMessage());
  }

  @Test
  void aRedirectToNowhereIsStillNotFollowed() {
    assertTrue(
        failures
            .pollAnswer(error(302, "", "Location", "ftp://x"), true)
            .error()
            .getMessage()
            .contains("cannot be read"));
  }

  private RequestRefusedException refused(int code, String body) {
    return assertInstanceOf(
        RequestRefusedException.class, failures.pollAnswer(error(code, body), true).error());
  }

  private static Response<String> error(int code, String body, String... headers) {
    okhttp3.Response raw =
        new okhttp3.Response.Builder()
            .code(code)
            .message("")
            .protocol(Protocol.HTTP_1_1)
            .request(new Request.Builder().url("https://www.datalab.to/x").build())
            .headers(okhttp3.Headers.of(headers))
            .build();
    return Response.error(ResponseBody.create(body, null), raw);
  }
}
