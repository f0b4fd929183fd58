package io.github.datalab4j.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON as the service does: no white space, non-ASCII characters as they are. */
final class Json {
  /** JSON text that is written as it stands, valid or not. */
  static final class Raw {
    final String text;

    Raw(String text) {
      this.text = text;
    }
  }

  private Json() {}

  static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      out.append(value);
    } else if (value instanceof Raw) {
      out.append(((Raw) value).text);
    } else if (value instanceof Map) {
      writeObject((Map<?, ?>) value, out);
    } else if (value instanceof Iterable) {
      writeArray((Iterable<?>) value, out);
    } else {
      writeString(value.toString(), out);
    }
  }

  private static void writeObject(Map<?, ?> map, StringBuilder out) {
    out.append('{');
    String comma = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(comma);
      writeString(String.valueOf(entry.getKey()), out);
      out.append(':');
      write(entry.getValue(), out);
      comma = ",";
    }
    out.append('}');
  }

  private static void writeArray(Iterable<?> values, StringBuilder out) {
    out.append('[');
    String comma = "";
    for (Object value : values) {
      out.append(comma);
      write(value, out);
      comma = ",";
    }
    out.append(']');
  }

  private static void writeString(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < ' ' || isLoneSurrogate(text, i)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
