package io.github.datalab4j.rule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The API key of all tests that use the network. It must be found nowhere but on its way to the
 * configured origin.
 */
public final class Canary {
  /** With characters that JSON, URLs and HTML write in several ways. */
  public static final String KEY = "canary/key+4711";

  private static final String BACKSLASHES = "\\\\{1,4}"; // JSON within JSON escapes what escapes
  private static final String AMPERSAND = "(?:&|" + BACKSLASHES + "u0026)";

  /** The escapes that are promised to be masked, and no other, which a fuzzer would find. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?=[\\\\%&])(?:" // what has no escapes is passed over fast
              + (AMPERSAND + "#0{0,5}(?<decimal>[1-9]\\d{1,2});")
              + ("|" + AMPERSAND + "#[xX]0{0,5}(?<html>\\p{XDigit}{2});")
              + ("|(?:%|" + BACKSLASHES + "u00)(?<hex>\\p{XDigit}{2})")
              + ("|" + BACKSLASHES + "/)"));

  private static final String OURS = "io.github.datalab4j.";

  private Canary() {}

  /** Whether a text tells the key, however JSON, JSON within JSON, a URL or HTML escapes it. */
  public static boolean isIn(String text) {
    return text.contains(KEY) || unescaped(text).contains(KEY);
  }

  /** Decoded once: a key that a URL or HTML escapes twice is not promised to be masked. */
  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    int end = 0;
    for (Matcher escape = ESCAPE.matcher(text); escape.find(); end = escape.end()) {
      plain.append(text, end, escape.start()).append(character(escape));
    }
    return end == 0 ? text : plain.append(text, end, text.length()).toString();
  }

  private static char character(Matcher escape) {
    if (escape.group("decimal") != null) {
      return (char) Integer.parseInt(escape.group("decimal"));
    }
    String hex = escape.group(escape.group("html") == null ? "hex" : "html");
    return hex == null ? '/' : (char) Integer.parseInt(hex, 16);
  }

  /**
   * Whether a value tells the key: by its text, by what its public methods return, by its causes
   * and suppressed errors, or by its serialized form.
   */
  public static boolean isIn(@Nullable Object value) {
    if (value == null) {
      return false;
    }
    if (isIn(String.valueOf(value))) {
      return true;
    }
    if (value.getClass().getName().startsWith(OURS) && isInAnswersOf(value)) {
      return true;
    }
    return value instanceof Throwable && isInError((Throwable) value);
  }

  private static boolean isInAnswersOf(Object value) {
    for (Method method : value.getClass().getMethods()) {
      if (!tells(method)) {
        continue;
      }
      @Nullable Object told;
      try {
        told = method.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(method.toString(), e);
      }
      if (isIn(String.valueOf(told)) || (told instanceof Throwable && isIn(told))) {
        return true;
      }
    }
    return false;
  }

  private static boolean tells(Method method) {
    Class<?> type = method.getDeclaringClass();
    return type.getName().startsWith(OURS)
        && Modifier.isPublic(type.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0
        && method.getReturnType() != void.class
        && !method.getReturnType().getName().startsWith("io.reactivex.");
  }

  private static boolean isInError(Throwable error) {
    StringWriter printed = new StringWriter();
    error.printStackTrace(new PrintWriter(printed, true)); // with causes and suppressed ones
    ByteArrayOutputStream serialized = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(serialized)) {
      out.writeObject(error);
    } catch (IOException e) {
      // Not serializable: what was written so far is looked at all the same.
      serialized.write(0);
    }
    String bytes = new String(serialized.toByteArray(), StandardCharsets.ISO_8859_1);
    return isIn(printed.toString()) || isIn(bytes);
  }
}
