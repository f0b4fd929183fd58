package io.github.datalab4j.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a {@code Content-Disposition} or {@code Content-Type} line: tokens, quoted
 * strings with backslash escapes, {@code filename*} of RFC 5987 and the numbered pieces of RFC
 * 2231. Percent signs in a plain {@code filename} stay as they are, as with the service's own
 * framework.
 */
final class Parameters {
  private final Map<String, String> values = new LinkedHashMap<>();

  Parameters(@Nullable String line) {
    if (line != null) {
      parse(line);
    }
  }

  @Nullable String get(String name) {
    String extended = values.get(name + '*');
    if (extended != null) {
      return decodeExtended(extended);
    }
    String plain = values.get(name);
    return plain != null ? plain : joined(name);
  }

  private @Nullable String joined(String name) {
    StringBuilder pieces = new StringBuilder();
    boolean encoded = false;
    for (int i = 0; ; i++) {
      String plain = values.get(name + '*' + i);
      String escaped = values.get(name + '*' + i + '*');
      if (plain == null && escaped == null) {
        break;
      }
      encoded |= escaped != null;
      pieces.append(escaped != null ? escaped : plain);
    }
    if (pieces.length() == 0) {
      return null;
    }
    return encoded ? decodeExtended(pieces.toString()) : pieces.toString();
  }

  /** {@code charset'language'percent-encoded}; anything else is returned as it stands. */
  private static String decodeExtended(String value) {
    String[] split = value.split("'", 3);
    if (split.length != 3) {
      return value;
    }
    try {
      return new String(percentDecoded(split[2]), Charset.forName(split[0]));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return value;
    }
  }

  private static byte[] percentDecoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = i + 2 < raw.length && raw[i] == '%' ? Character.digit(raw[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return bytes.toByteArray();
  }

  private void parse(String line) {
    int at = end(line, 0, ';');
    while (at < line.length()) {
      int equals = end(line, at + 1, '=');
      int next = end(line, at + 1, ';');
      if (equals < next) {
        String name = line.substring(at + 1, equals).trim().toLowerCase(Locale.ROOT);
        String value = unquoted(line.substring(equals + 1, next).trim());
        if (!values.containsKey(name)) {
          values.put(name, value);
        }
      }
      at = next;
    }
  }

  /** The first {@code stop} at or after {@code from} that is not inside quotes, or the length. */
  private static int end(String line, int from, char stop) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == stop && !quoted) {
        return i;
      }
    }
    return line.length();
  }

  private static String unquoted(String value) {
    if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
      return value;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 1; i < value.length() - 1; i++) {
      char next = value.charAt(i + 1);
      // Only these two: a browser sends the backslashes of a Windows path as they are.
      boolean escape = value.charAt(i) == '\\' && (next == '\\' || next == '"');
      plain.append(value.charAt(escape && i + 2 < value.length() ? ++i : i));
    }
    return plain.toString();
  }
}
