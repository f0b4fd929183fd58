package io.github.datalab4j.rule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The API key of all tests that use the network. It must be found nowhere but on its way to the
 * configured origin.
 */
public final class Canary {
  /** With characters that JSON, URLs and HTML write in several ways. */
  public static final String KEY = "canary/key+4711";

  private static final String OURS = "io.github.datalab4j.";

  private Canary() {}

  static boolean isIn(String text) {
    return text.contains(KEY);
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
