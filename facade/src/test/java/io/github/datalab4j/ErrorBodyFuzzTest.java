package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of errors: text, HTML, JSON of any shape, and all that echo the key. */
class ErrorBodyFuzzTest {
  private static final ApiKey KEY = ApiKey.of(KeyHunt.KEY);

  static Stream<byte[]> bodies() {
    return KeyHunt.seeds(
        "",
        "canary/key+4711",
        "<html><head><title>502 Bad &#x2F; canary&#x2f;key&#43;4711</title>",
        "{\"detail\":\"key canary/key+4711 is bad\"}",
        "{\"detail\":\"\\u0063anary\\u002Fkey\\u002b4711\"}",
        "{\"detail\":[{\"loc\":[\"canary\\/key+4711\",1],\"msg\":null,\"x\":[\"%63anary%2fkey\"]}]}",
        "{\"detail\":\"sent {\\\"key\\\":\\\"canary\\\\\\/key\\\\u002b4711\\\"}\"}",
        "{\"error\":\"canary%2Fkey%2B4711\",\"success\":false}",
        "{\"detail\":1e99999999999,\"message\":{\"a\":[true,null,-1.5e-7]}}",
        "\ufeff{\"detail\":\"bom\"}",
        "[[[[[[[[[[[[[[[[[[[[{{{{");
  }

  @MethodSource("bodies")
  @FuzzTest
  void whateverIsShownIsBoundedAndHoldsNoKey(byte[] bytes) {
    ErrorBody body = ErrorBody.read(ByteString.of(bytes), KEY);

    KeyHunt.assertNone(body.text());
    KeyHunt.assertNone(body.excerpt());
    KeyHunt.assertNone(body.summary());
    KeyHunt.assertNone(body.string("error"));
    KeyHunt.assertNoneIn(body.detail());
    assertTrue(body.text() == null || body.text().length() <= ErrorBody.MOST_CHARACTERS);
    assertTrue(body.excerpt() == null || body.excerpt().length() <= 512);
    assertTrue(body.summary().length() <= 512);
  }
}
