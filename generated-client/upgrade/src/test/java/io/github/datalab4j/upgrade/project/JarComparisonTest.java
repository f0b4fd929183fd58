package io.github.datalab4j.upgrade.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarComparisonTest {
  @TempDir Path folder;

  @Test
  void theSameJarHasNoChanges() throws Exception {
    JarComparison comparison =
        compare("public class A { public void a() {} }", "public class A { public void a() {} }");

    assertEquals(List.of(), comparison.changes());
    assertTrue(comparison.isBinaryCompatible());
  }

  @Test
  void aNewMethodIsCompatible() throws Exception {
    JarComparison comparison =
        compare(
            "public class A {}",
            "public class A { public String b(int i, Long l) { return \"\"; } }");

    assertEquals(
        List.of(new ApiChange("A", "String b(int, Long)", "added", true, true)),
        comparison.changes());
    assertTrue(comparison.isBinaryCompatible());
  }

  @Test
  void aNewMethodOfAnInterfaceBreaksItsImplementationsOnly() throws Exception {
    JarComparison comparison = compare("public interface A {}", "public interface A { void b(); }");

    assertEquals(
        List.of(new ApiChange("A", "void b()", "added", true, false)), comparison.changes());
    assertTrue(comparison.isBinaryCompatible());
  }

  @Test
  void aRemovedMethodBreaksBoth() throws Exception {
    JarComparison comparison =
        compare("public class A { public void a() {} }", "public class A {}");

    assertEquals(
        List.of(new ApiChange("A", "void a()", "removed", false, false)), comparison.changes());
    assertFalse(comparison.isBinaryCompatible());
  }

  @Test
  void anotherReturnTypeShowsBoth() throws Exception {
    JarComparison comparison =
        compare(
            "public class A { public Long a() { return null; } }",
            "public class A { public long a() { return 0; } }");

    assertEquals("Long \u2192 long a()", comparison.changes().get(0).member());
    assertFalse(comparison.isBinaryCompatible());
  }

  @Test
  void aRemovedClassIsNamed() throws Exception {
    JarComparison comparison =
        compare("public class A { public static class B {} }", "public class A {}");

    assertEquals(List.of(new ApiChange("A.B", "", "removed", false, false)), comparison.changes());
  }

  @Test
  void whatIsNotPublicDoesNotCount() throws Exception {
    JarComparison comparison =
        compare("public class A { void a() {} }\nclass B {}", "public class A {}");

    assertEquals(List.of(), comparison.changes());
  }

  private JarComparison compare(String before, String after) throws IOException {
    return JarComparison.between(jar("before", before), jar("after", after));
  }

  private Path jar(String name, String source) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    Path file = Files.writeString(folder.resolve("A.java"), source);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), file.toString());
    assertEquals(0, result);
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.list(classes)) {
      for (Path each : files.toList()) {
        entries.putNextEntry(new JarEntry(each.getFileName().toString()));
        Files.copy(each, entries);
      }
    }
    return jar;
  }
}
