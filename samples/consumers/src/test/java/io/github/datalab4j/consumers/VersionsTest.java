package io.github.datalab4j.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds of outsiders and pages name versions by hand: they are those of the project's POM. */
final class VersionsTest {
  private static final Path PROJECT = Path.of("../..");
  private static final Path SUPPORT = PROJECT.resolve("facade/docs/support.md");
  private static final Path BUILDS = Path.of("builds");

  @Test
  void theBuildWithOkHttp5NamesTheVersionThatTheFacadeIsTestedWith() throws IOException {
    assertEquals(
        property("okhttp5.version"),
        found(
            "<artifactId>okhttp-bom</artifactId>\\s+<version>(.+?)</version>",
            BUILDS.resolve("okhttp5/pom.xml")));
  }

  @ParameterizedTest
  @CsvSource({"okhttp.version,4", "okhttp5.version,5"})
  void thePageNamesTheVersionsOfOkHttp(String property, String major) throws IOException {
    assertEquals(line(property(property)), found("\\| OkHttp \\| (" + major + "\\.\\d+)", SUPPORT));
  }

  @Test
  void thePageNamesTheVersionOfKotlin() throws IOException {
    String kotlin =
        found("<kotlin.version>(.+?)</kotlin.version>", BUILDS.resolve("kotlin/pom.xml"));

    assertEquals(line(kotlin), found("\\| Kotlin \\| (\\d+\\.\\d+)", SUPPORT));
  }

  @Test
  void theTestsThatThePageNamesAreThere() throws IOException {
    Matcher name = Pattern.compile("`(\\w+(?:IT|Test))`").matcher(Files.readString(SUPPORT));
    int names = 0;
    while (name.find()) {
      names++;
      assertTrue(isTest(name.group(1)), name::group);
    }
    assertTrue(names > 0);
  }

  private static boolean isTest(String name) throws IOException {
    for (String module : new String[] {"facade", "samples/consumers"}) {
      try (Stream<Path> sources = Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
        if (sources.anyMatch(source -> source.endsWith(name + ".java"))) {
          return true;
        }
      }
    }
    return false;
  }

  /** 5.5 of 5.5.1. */
  private static String line(String version) {
    return version.substring(0, version.lastIndexOf('.'));
  }

  private static String property(String name) throws IOException {
    return found("<" + name + ">(.+?)</" + name + ">", PROJECT.resolve("pom.xml"));
  }

  private static String found(String pattern, Path file) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
    assertTrue(found.find(), () -> pattern + " is not in " + file);
    return found.group(1);
  }
}
