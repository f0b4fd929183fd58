package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON of any shape: what Moshi can skip is read, is as deep as it looks, and comes back. */
class JsonTreeFuzzTest {
  static Stream<byte[]> texts() {
    return KeyHunt.seeds(
        "{\"a\":[0,[]],\"a\":{}}",
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
      boolean readable =
          isValid(json) && JsonBounds.fault(100, json.length, new Buffer().write(json)) == null;
      assertFalse(
          readable
              && !new Buffer().write(json).readUtf8().toLowerCase(Locale.ROOT).contains("null"));
      return;
    }
    int depth = depth(json);
    assertNull(JsonBounds.fault(depth, json.length, new Buffer().write(json)));
    assertTrue(
        depth == 0 || JsonBounds.fault(depth - 1, json.length, new Buffer().write(json)) != null);
    ByteString written = written(value);
    // Moshi 1.15 takes digits that are 0 modulo 2^64, and go on, for a number with leading zeros.
    if (isValid(written.toByteArray())) {
      assertEquals(written, written(JsonTree.parse(written)));
    }
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

  private static int depth(byte[] json) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().write(json));
    int depth = 0;
    int deepest = 0;
    while (true) {
      switch (reader.peek()) {
        case BEGIN_ARRAY:
          reader.beginArray();
          deepest = Math.max(deepest, ++depth);
          break;
        case BEGIN_OBJECT:
          reader.beginObject();
          deepest = Math.max(deepest, ++depth);
          break;
        case END_ARRAY:
          reader.endArray();
          depth--;
          break;
        case END_OBJECT:
          reader.endObject();
          depth--;
          break;
        case NAME:
          reader.skipName();
          break;
        case END_DOCUMENT:
          return deepest;
        default:
          reader.skipValue();
      }
    }
  }
}
