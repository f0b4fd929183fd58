package io.github.datalab4j;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Blots out the API key in a decoded answer, text by text, so that the answer stays one of its
 * schema.
 */
final class JsonMask {
  private final Moshi moshi;
  private final ApiKey key;

  JsonMask(Moshi moshi, ApiKey key) {
    this.moshi = moshi;
    this.key = key;
  }

  /** Whether what is decoded of these bytes may tell the key. Most do not, at little cost. */
  boolean mayBeNeeded(Buffer json) throws IOException {
    return key.mayBeIn(json);
  }

  /** The same value, or, where it tells the key, one that does not. */
  <T> T masked(Type type, T value) {
    JsonAdapter<T> adapter = moshi.adapter(type);
    @Nullable Object json = adapter.toJsonValue(value);
    @Nullable Object masked = key.maskAll(json);
    if (Objects.equals(json, masked)) {
      return value;
    }
    @Nullable T safe = adapter.fromJsonValue(masked);
    return safe == null ? value : safe;
  }
}
