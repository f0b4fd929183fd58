package io.github.datalab4j.generator.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was compiled before is taken only where nothing has changed that it depends on. */
final class InMemoryCompilerTest {
  private static final String USER =
      "package p; import java.util.*;"
          + "final class User { public static String text() { return \"\" + Random.class; } }";

  private static String text(Map<String, String> sources) throws ReflectiveOperationException {
    var method = InMemoryCompiler.compile(sources).loadClass("p.User").getMethod("text");
    method.setAccessible(true);
    return (String) method.invoke(null);
  }

  @Test
  void aNewClassOfThatNameIsTheOneMeant() throws ReflectiveOperationException {
    assertEquals("class java.util.Random", text(Map.of("p.User", USER)));

    String random = "package p; final class Random {}";
    assertEquals("class p.Random", text(Map.of("p.User", USER, "p.Random", random)));
  }

  @Test
  void aClassThatNamesAChangedOneIsCompiledAgain() throws ReflectiveOperationException {
    String user =
        "package p; final class User { public static String text() { return \"\" + Other.it(); } }";
    String one = "package p; final class Other { static int it() { return 1; } }";
    String two = "package p; final class Other { static long it() { return 2; } }";

    assertEquals("1", text(Map.of("p.User", user, "p.Other", one)));
    assertEquals("2", text(Map.of("p.User", user, "p.Other", two)));
    assertEquals("2", text(Map.of("p.User", user, "p.Other", two)));
    assertThrows(AssertionError.class, () -> text(Map.of("p.User", user)));
  }
}
