package io.github.datalab4j.generator.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of JSON Schema, but for null, which is told by {@link Shape#nullable()}. */
public enum JsonType {
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  ARRAY,
  OBJECT;

  /** The type of that name; null for {@code null} and for what JSON Schema does not know. */
  static @Nullable JsonType of(String name) {
    for (JsonType type : values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return type;
      }
    }
    return null;
  }
}
