package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.naming.JavaNames;
import java.util.Locale;

/** Makes a Java method name of any text. */
final class OperationWords {
  private OperationWords() {}

  static boolean hasWord(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** The words of {@code text} in camel case; what Java or Kotlin reserves gets a suffix. */
  static String name(String text) {
    String pascal = JavaNames.pascal(text);
    if (pascal.isEmpty()) {
      return "operation";
    }
    if (Character.isDigit(pascal.charAt(0))) {
      return "operation" + pascal;
    }
    String plain = pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    return JavaNames.isReservedMember(plain) ? plain + "Operation" : JavaNames.member(text);
  }
}
