package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import retrofit2.Response;

/** No failure tells the API key, wherever the service or the network puts it. */
class FailuresWithoutTheKeyTest {
  private static final String KEY = io.github.datalab4j.rule.Canary.KEY;
  private final Failures failures = new Failures(ApiKey.of(KEY));

  @Test
  void theKeyIsMaskedWhereverItIsEchoed() {
    String echo = "{\"detail\":[{\"loc\":[],\"msg\":\"k " + KEY + "\",\"input\":\"" + KEY + "\"}]}";
    RequestRefusedException refused = refused(422, echo);
    DatalabException unavailable =
        (DatalabException) failures.pollAnswer(error(500, KEY), true).error();
    Throwable shape =
        failures.error(
            new UnreadableAnswerException(
                "bad " + KEY,
                new JsonDataException("bad " + KEY),
                ByteString.encodeUtf8(KEY),
                "$"));

    assertFalse(String.valueOf(refused.getMessage() + refused.body()).contains(KEY));
    assertFalse(refused.detail().items().get(0).extras().toString().contains(KEY));
    assertFalse(unavailable.toString().contains(KEY));
    assertFalse(shape.toString().contains(KEY));
    assertFalse(String.valueOf(shape.getCause()).contains(KEY));
    assertFalse(((ResponseNotUnderstoodException) shape).excerpt().contains(KEY));
  }

  @Test
  void aNameInThePathOfUnreadableJsonIsMasked() {
    ResponseNotUnderstoodException error =
        failures.notUnderstood(
            new UnreadableAnswerException(
                "Expected a number at path $." + KEY,
                null,
                ByteString.encodeUtf8("{\"" + KEY + "\":1e999}"),
                "$." + KEY));

    assertEquals("$.***", error.jsonPath());
    assertFalse((error + " " + error.jsonPath() + error.excerpt()).contains(KEY));
  }

  @Test
  void aBrokenConnectionsCauseThatTellsTheKeyIsLeftOut() {
    Throwable broken = failures.error(new IOException("Unexpected status line: " + KEY));
    Throwable late = failures.error(new InterruptedIOException("timeout of " + KEY));

    assertFalse((broken + " " + broken.getCause()).contains(KEY));
    assertFalse((late + " " + late.getCause()).contains(KEY));
  }

  @Test
  void aCauseThatCarriesTheKeyIsLeftOutAndOneThatCausesItselfEndsNothing() {
    IOException carrier = new IOException("reset");
    carrier.addSuppressed(new IOException("after " + KEY));
    IOException first = new IOException("a");
    IOException second = new IOException("b", first);
    first.initCause(second);

    assertNull(failures.error(carrier).getCause());
    assertSame(first, failures.error(first).getCause());
  }

  @Test
  void aCauseIsKeptWithWhatCausedItUnlessThatTellsTheKey() {
    IOException harmless = new IOException("reset", new IOException("by peer"));
    IOException telling = new IOException("reset", new IOException("after " + KEY));

    assertSame(harmless, failures.error(harmless).getCause());
    assertNull(failures.error(telling).getCause());
  }

  @Test
  void aKeyInTheHostOfARedirectIsMaskedThoughAddressesAreWrittenSmall() {
    Failures ours = new Failures(ApiKey.of("Secret-Key-4711"));
    Throwable error =
        ours.pollAnswer(error(302, "", "Location", "https://Secret-Key-4711.example.com/"), true)
            .error();

    assertFalse(error.getMessage().toLowerCase(Locale.ROOT).contains("secret"), error.getMessage());
  }

  @Test
  void theKeyIsMaskedInAnErrorsBodyOfAnotherCharset() {
    ErrorBody utf16 =
        ErrorBody.read(
            ByteString.encodeString("no access by " + KEY, StandardCharsets.UTF_16LE),
            ApiKey.of(KEY));

    assertEquals("no access by ***", utf16.summary());
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
