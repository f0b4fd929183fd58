package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.github.datalab4j.client.model.CustomProcessorStatusResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever answers a poll: status line, headers with charset and Retry-After, body. */
class StatusAnswerFuzzTest {
  private static final CannedAnswers ANSWERS = new CannedAnswers();
  private static final StatusService STATUSES = new StatusService(ANSWERS.stack);
  private static final CheckPath PATH = CannedAnswers.ORIGIN.ofLookupKey("k1");
  private static final JsonAdapter<CustomProcessorStatusResponse> JSON =
      ANSWERS.stack.moshi().adapter(CustomProcessorStatusResponse.class);

  static Stream<byte[]> answers() {
    return KeyHunt.seeds(
        "200\nContent-Type: application/json\n\n"
            + "{\"status\":\"completed\",\"sent_at\":\"2026-11-24T10:00:00\",\"success\":true,"
            + "\"processor_id\":\"cp_1\",\"runtime\":1.5,\"pipeline_params\":{\"a\":[1,null]}}",
        "200\nRetry-After: 2\nContent-Type: application/json; charset=utf-16\n\n"
            + "{\"status\":\"new\",\"sent_at\":\"\",\"x\":1e400,\"x\":-0.0,\"\\ud800\":[]}",
        "200\n\n{\"status\":\"processing\",\"sent_at\":\"t\",\"runtime\":99999999999999999999}",
        "200\nContent-Type: text/html\n\n<html><title>canary/key+4711</title>",
        "200\n\n{\"status\":\"\\u0063anary\\/key+4711\",\"sent_at\":7}",
        "200\n\n{\"status\":\"canary/key+4711\",\"sent_at\":\"%63anary%2Fkey+4711\"}",
        "200\n\n{\"status\":\"failed\",\"sent_at\":\"t\",\"error_message\":\"canary\\/key+4711\","
            + "\"pipeline_params\":{\"canary/key+4711\":[{\"a\":\"canary/key+4711\"}]}}",
        "204\n\n",
        "302\nLocation: https://evil.example/canary/key+4711\n\n",
        "404\n\n{\"detail\":\"no \\u0063anary\\u002fkey\\u002b4711\"}",
        "422\n\n{\"detail\":[{\"loc\":[\"body\",0],\"msg\":\"m\",\"type\":\"t\",\"ctx\":{}}]}",
        "429\nRetry-After: Fri, 31 Dec 9999 23:59:59 GMT\n\n",
        "503\nRetry-After: 99999999999999999999.5\n\n<!doctype html><title> a \n b </title>");
  }

  @AfterAll
  static void close() {
    ANSWERS.close();
  }

  @MethodSource("answers")
  @FuzzTest
  void everyAnswerIsAStatusOrATypedErrorWithoutTheKey(byte[] http) throws IOException {
    PollAnswer<ProcessorStatus> answer = ANSWERS.ask(http, STATUSES.poll(PATH));

    assertTrue(answer.retryAfterMillis() >= 0);
    if (answer.kind() == PollAnswer.Kind.VALUE) {
      CustomProcessorStatusResponse raw = answer.value().raw();
      KeyHunt.assertNone(raw);
      KeyHunt.assertNone(JSON.toJson(raw));
      assertTrue(hasLoneSurrogate(raw) || raw.equals(JSON.fromJson(JSON.toJson(raw))));
    } else {
      KeyHunt.assertNoneIn(assertInstanceOf(DatalabException.class, answer.error()));
    }
    int code = CannedAnswers.code(http);
    assertEquals(expected(code, answer.kind()), answer.kind());
    if (code < 300 && answer.kind() == PollAnswer.Kind.FATAL) {
      assertTrue(isJson(CannedAnswers.body(http)), "what is no JSON ends no watch");
    }
  }

  private static boolean isJson(byte[] body) throws IOException {
    Buffer json = new Buffer().write(body);
    if (json.rangeEquals(0, ByteString.decodeHex("efbbbf"))) {
      json.skip(3);
    }
    JsonReader reader = JsonReader.of(json);
    try {
      reader.skipValue();
      return reader.peek() == JsonReader.Token.END_DOCUMENT;
    } catch (JsonDataException e) {
      return true; // deeper than Moshi goes
    } catch (IOException e) {
      return false;
    }
  }

  /** Moshi reads one from an escape, but no UTF-8 can hold it. */
  private static boolean hasLoneSurrogate(Object value) {
    return !StandardCharsets.UTF_8.newEncoder().canEncode(value.toString());
  }

  private static PollAnswer.Kind expected(int code, PollAnswer.Kind actual) {
    if (code == 429) {
      return PollAnswer.Kind.THROTTLED;
    }
    if (code == 408 || code == 425 || code >= 500) {
      return PollAnswer.Kind.BAD;
    }
    return code < 300 ? actual : PollAnswer.Kind.FATAL;
  }
}
