package io.github.datalab4j;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** JSON of any shape as maps, lists and values: whole numbers as {@code Long}, nulls kept. */
final class JsonTree {
  private static final int MAX_DEPTH = 100;

  private JsonTree() {}

  /** The value, or null if it is no JSON, is cut off, goes on after its end, or costs too much. */
  static @Nullable Object parse(ByteString json) {
    Buffer buffer = new Buffer().write(json);
    if (JsonBounds.fault(MAX_DEPTH, json.size(), buffer) != null) {
      return null;
    }
    JsonReader reader = JsonReader.of(buffer);
    try {
      @Nullable Object value = read(reader);
      return reader.peek() == JsonReader.Token.END_DOCUMENT && !goesOn(buffer) ? value : null;
    } catch (IOException | RuntimeException e) { // whatever it is, it is no JSON
      return null;
    }
  }

  /** Moshi 1.15 takes a byte 0xff behind a value, a -1 to it, for the end of the input. */
  private static boolean goesOn(Buffer rest) {
    return rest.indexOf((byte) 0xff) >= 0;
  }

  /** The texts and booleans of an object, up to where it is cut off, damaged or too deep. */
  static Map<String, String> texts(ByteString json) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonReader reader = JsonReader.of(new Buffer().write(json));
    reader.setLenient(true);
    try {
      reader.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        JsonReader.Token token = reader.peek();
        if (token == JsonReader.Token.STRING) {
          texts.put(name, reader.nextString());
        } else if (token == JsonReader.Token.BOOLEAN) {
          texts.put(name, String.valueOf(reader.nextBoolean()));
        } else {
          reader.skipValue();
        }
      }
    } catch (IOException | RuntimeException e) { // what was read before that stands
      return texts;
    }
    return texts;
  }

  private static @Nullable Object read(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_ARRAY:
        return list(reader);
      case BEGIN_OBJECT:
        return map(reader);
      case STRING:
        return reader.nextString();
      case NUMBER:
        return number(reader.nextString());
      case BOOLEAN:
        return reader.nextBoolean();
      default:
        return reader.<Object>nextNull();
    }
  }

  private static List<@Nullable Object> list(JsonReader reader) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      list.add(read(reader));
    }
    reader.endArray();
    return list;
  }

  private static Map<String, @Nullable Object> map(JsonReader reader) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      map.put(reader.nextName(), read(reader));
    }
    reader.endObject();
    return map;
  }

  private static Object number(String digits) {
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      return decimal(digits);
    }
  }

  private static Object decimal(String digits) {
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException e) {
      return digits; // its exponent is beyond what Java holds
    }
  }
}
