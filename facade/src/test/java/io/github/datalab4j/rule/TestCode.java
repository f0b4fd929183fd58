package io.github.datalab4j.rule;

import java.net.URL;
import org.jspecify.annotations.Nullable;

/** What belongs to the tests themselves. */
final class TestCode {
  private static final String ROOT = rootOf(TestCode.class.getName());

  private TestCode() {}

  /** Whether a class, by its binary name, is one of the tests or of what helps them. */
  static boolean contains(String className) {
    return ROOT.equals(rootOf(className));
  }

  private static @Nullable String rootOf(String className) {
    String file = className.replace('.', '/') + ".class";
    @Nullable URL found = TestCode.class.getClassLoader().getResource(file);
    return found == null ? null : found.toString().replace(file, "");
  }
}
