package io.github.datalab4j.simulator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A strict reader of JSON (RFC 8259) into maps, lists, strings, booleans, null, {@code Long},
 * {@code BigInteger} and {@code BigDecimal}.
 */
final class JsonParser {
  /** Where and why a text is not JSON. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;
    final int offset;

    Malformed(String message, int offset) {
      super(message);
      this.offset = offset;
    }
  }

  private static final int MAX_DEPTH = 500;
  private static final int MOST_DIGITS = 4300; // as Python, which the service is written in
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private final String text;
  private int at;
  private int depth;

  private JsonParser(String text) {
    this.text = text;
  }

  static @Nullable Object parse(String text) throws Malformed {
    JsonParser parser = new JsonParser(text);
    Object value = parser.value();
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.malformed("Extra data");
    }
    return value;
  }

  private @Nullable Object value() throws Malformed {
    skipSpace();
    switch (peek()) {
      case '{':
        return nested(true);
      case '[':
        return nested(false);
      case '"':
        return string();
      case 't':
        return word("true", true);
      case 'f':
        return word("false", false);
      case 'n':
        return word("null", null);
      default:
        return number();
    }
  }

  private Object nested(boolean object) throws Malformed {
    if (++depth > MAX_DEPTH) {
      throw malformed("Nested too deeply");
    }
    at++;
    Object value = object ? members() : elements();
    depth--;
    return value;
  }

  private Map<String, @Nullable Object> members() throws Malformed {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (take('}')) {
      return map;
    }
    do {
      skipSpace();
      if (peek() != '"') {
        throw malformed("Expecting property name enclosed in double quotes");
      }
      String name = string();
      if (!take(':')) {
        throw malformed("Expecting ':' delimiter");
      }
      map.put(name, value());
    } while (take(','));
    if (!take('}')) {
      throw malformed("Expecting ',' delimiter");
    }
    return map;
  }

  private List<@Nullable Object> elements() throws Malformed {
    List<@Nullable Object> list = new ArrayList<>();
    if (take(']')) {
      return list;
    }
    do {
      list.add(value());
    } while (take(','));
    if (!take(']')) {
      throw malformed("Expecting ',' delimiter");
    }
    return list;
  }

  private String string() throws Malformed {
    StringBuilder out = new StringBuilder();
    for (at++; peek() != '"'; at++) {
      char c = text.charAt(at);
      if (c < ' ') {
        throw malformed("Invalid control character at");
      }
      out.append(c == '\\' ? escape() : c);
    }
    at++;
    return out.toString();
  }

  private char escape() throws Malformed {
    at++;
    int known = "\"\\/bfnrt".indexOf(peek());
    if (known >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    if (peek() != 'u' || at + 4 >= text.length()) {
      throw malformed("Invalid \\escape");
    }
    int code = 0;
    for (int i = 1; i <= 4; i++) {
      int digit = Character.digit(text.charAt(at + i), 16);
      if (digit < 0) {
        throw malformed("Invalid \\uXXXX escape");
      }
      code = code * 16 + digit;
    }
    at += 4;
    return (char) code;
  }

  private Object number() throws Malformed {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw malformed("Expecting value");
    }
    String digits = matcher.group();
    if (digits.length() > MOST_DIGITS) { // reading them takes time by the square
      throw malformed("Exceeds the limit (" + MOST_DIGITS + " digits) for a number");
    }
    at = matcher.end();
    if (matcher.group(1) != null || matcher.group(2) != null) {
      return decimal(digits);
    }
    return whole(new BigInteger(digits));
  }

  private static Object whole(BigInteger digits) {
    return digits.bitLength() < Long.SIZE ? (Object) digits.longValue() : digits;
  }

  /** One without a fraction is written as a whole number, and so is read as one: 90E00. */
  private Object decimal(String digits) throws Malformed {
    try {
      BigDecimal decimal = new BigDecimal(digits);
      return decimal.scale() == 0 ? whole(decimal.unscaledValue()) : decimal;
    } catch (NumberFormatException e) {
      throw malformed("Exponent out of range");
    }
  }

  private @Nullable Object word(String word, @Nullable Object value) throws Malformed {
    if (!text.startsWith(word, at)) {
      throw malformed("Expecting value");
    }
    at += word.length();
    return value;
  }

  private boolean take(char c) throws Malformed {
    skipSpace();
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  /** The present character; at the end an error, for nothing may end where one is looked for. */
  private char peek() throws Malformed {
    if (at >= text.length()) {
      throw malformed("Expecting value");
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Malformed malformed(String message) {
    return new Malformed(message, at);
  }
}
