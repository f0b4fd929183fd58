package io.github.datalab4j;

import com.squareup.moshi.JsonAdapter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Blots out the API key in a decoded answer, text by text, so that the answer stays one of its
 * schema.
 */
final class JsonMask<T> {
  private final JsonAdapter<T> adapter;
  private final Failures failures;

  JsonMask(JsonAdapter<T> adapter, Failures failures) {
    this.adapter = adapter;
    this.failures = failures;
  }

  /** The same value, or, where it tells the key, one that does not. */
  T masked(T value) {
    @Nullable Object json = adapter.toJsonValue(value);
    @Nullable Object masked = failures.maskAll(json);
    if (Objects.equals(json, masked)) {
      return value;
    }
    @Nullable T safe = adapter.fromJsonValue(masked);
    return safe == null ? value : safe;
  }
}
