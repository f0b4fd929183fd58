package io.github.datalab4j;

import com.squareup.moshi.JsonAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    String json = adapter.toJson(value);
    if (failures.mask(json).equals(json)) {
      return value;
    }
    @Nullable T masked = adapter.fromJsonValue(tree(adapter.toJsonValue(value)));
    return masked == null ? value : masked;
  }

  private @Nullable Object tree(@Nullable Object json) {
    if (json instanceof String) {
      return failures.mask((String) json);
    }
    if (json instanceof List) {
      List<@Nullable Object> items = new ArrayList<>();
      for (Object item : (List<?>) json) {
        items.add(tree(item));
      }
      return items;
    }
    if (json instanceof Map) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      for (Map.Entry<?, ?> field : ((Map<?, ?>) json).entrySet()) {
        fields.put(failures.mask(String.valueOf(field.getKey())), tree(field.getValue()));
      }
      return fields;
    }
    return json;
  }
}
