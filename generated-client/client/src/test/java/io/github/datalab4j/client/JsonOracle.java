package io.github.datalab4j.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okio.Buffer;

/** What holds for any bytes that a model's adapter reads. */
final class JsonOracle<T> {
  private final JsonAdapter<T> adapter;

  JsonOracle(Class<T> type) {
    this.adapter = ApiClient.moshi().build().adapter(type);
  }

  static Stream<byte[]> seeds(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Refused by one of Moshi's two errors, or written so that it reads the same, unknown fields too.
   */
  void check(byte[] json, UnaryOperator<T> copy) {
    T value;
    try {
      value = adapter.fromJson(new Buffer().write(json));
    } catch (JsonDataException | IOException refused) {
      return;
    }
    if (value == null) {
      return;
    }
    assertEquals(value, copy.apply(value));
    assertEquals(value.hashCode(), copy.apply(value).hashCode());
    // Moshi reads a lone surrogate from an escape, but no UTF-8 can hold it.
    if (StandardCharsets.UTF_8.newEncoder().canEncode(value.toString())) {
      assertEquals(value, read(adapter.toJson(value)));
    }
  }

  private T read(String json) {
    try {
      return adapter.fromJson(json);
    } catch (IOException e) {
      throw new AssertionError("not read again: " + json, e);
    }
  }
}
