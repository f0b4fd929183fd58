package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON of any shape: what Moshi can skip is read, is as deep as it looks, and comes back. */
class JsonTreeFuzzTest {
  static Stream<byte[]> texts() {
    return KeyHunt.seeds(
        "{\"a\":[1,-2.5e3,true,null,\"\\u00e9\\ud834\\udd1e\\\\\\\"[\"],\"a\":{}}",
        "[9223372036854775808,1E400,1e99999999999,1e-0,-0,0.1]",
        "\"[{\\\"\" ",
        "{\"\":{\"\":{\"\":[]}}}",
        "[1,]",
        "nul",
        "{\"a\" 1}",
        "]]]]");
  }

  @MethodSource("texts")
  @FuzzTest
  void whatIsValidIsReadAndIsAsDeepAsItLooks(byte[] json) throws IOException {
    @Nullable Object value = JsonTree.parse(ByteString.of(json));

    if (value == null) {
      boolean readable = isValid(json) && JsonBounds.fault(100, new Buffer().write(json)) == null;
      assertFalse(readable && !new Buffer().write(json).readUtf8().contains("null"));
      return;
    }
    int depth = depth(value);
    assertNull(JsonBounds.fault(depth, new Buffer().write(json)));
    assertTrue(depth == 0 || JsonBounds.fault(depth - 1, new Buffer().write(json)) != null);
    ByteString written = written(value);
    assertEquals(written, written(JsonTree.parse(written)));
  }

  private static ByteString written(@Nullable Object value) throws IOException {
    Buffer json = new Buffer();
    JsonWriter writer = JsonWriter.of(json);
    writer.setSerializeNulls(true);
    writer.jsonValue(value);
    return json.readByteString();
  }

  private static boolean isValid(byte[] json) {
    Buffer rest = new Buffer().write(json);
    JsonReader reader = JsonReader.of(rest);
    try {
      reader.skipValue();
      return reader.peek() == JsonReader.Token.END_DOCUMENT && rest.indexOf((byte) 0xff) < 0;
    } catch (IOException | RuntimeException malformed) {
      return false;
    }
  }

  private static int depth(@Nullable Object value) {
    int deepest = -1;
    if (value instanceof Map) {
      deepest = 0;
      for (Object each : ((Map<?, ?>) value).values()) {
        deepest = Math.max(deepest, depth(each));
      }
    } else if (value instanceof Iterable) {
      deepest = 0;
      for (Object each : (Iterable<?>) value) {
        deepest = Math.max(deepest, depth(each));
      }
    }
    return deepest + 1;
  }
}
