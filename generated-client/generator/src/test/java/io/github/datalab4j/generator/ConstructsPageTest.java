package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** The list of constructs names tests that are there. */
final class ConstructsPageTest {
  private static final Path PAGE = Path.of("docs", "constructs.md");
  private static final Path SOURCES = Path.of("src", "test", "java");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void everyTestThatItNamesIsThere() throws IOException {
    List<String> missing =
        NAMED
            .matcher(Files.readString(PAGE))
            .results()
            .filter(named -> !isTest(named.group(1), named.group(2)))
            .map(named -> named.group())
            .collect(Collectors.toList());

    assertEquals(List.of(), missing);
  }

  @Test
  void everyConstructNamesATest() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| ") && !line.matches("\\| (construct|---) .*"))
            .collect(Collectors.toList());

    assertTrue(rows.size() > 50, rows.size() + " rows");
    assertEquals(
        List.of(),
        rows.stream().filter(row -> !NAMED.matcher(row).find()).collect(Collectors.toList()));
  }

  private static boolean isTest(String className, String method) {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.endsWith(className + ".java"))
          .anyMatch(file -> hasTest(file, method));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean hasTest(Path file, String method) {
    String name = SOURCES.relativize(file).toString().replaceAll("[/\\\\]", ".");
    try {
      return Arrays.stream(type(name.replace(".java", "")).getDeclaredMethods())
          .filter(candidate -> candidate.getName().equals(method))
          .anyMatch(
              test ->
                  test.isAnnotationPresent(Test.class)
                      || test.isAnnotationPresent(ParameterizedTest.class)
                      || test.isAnnotationPresent(TestFactory.class));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Without running what it does when it is first used. */
  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, false, ConstructsPageTest.class.getClassLoader());
  }
}
