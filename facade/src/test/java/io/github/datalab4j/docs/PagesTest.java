package io.github.datalab4j.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code of the pages is the code of the tests beside this one, or of a file named by its path,
 * to the letter. A page names the source above each block: {@code <!-- snippet JobsPageTest#main
 * -->}. Only XML may stand for itself.
 */
class PagesTest {
  private static final Path MODULE = Paths.get("").toAbsolutePath();
  private static final Path SOURCES = MODULE.resolve("src/test/java/io/github/datalab4j/docs");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:<!-- snippet (\\S+)#(\\w+) -->\\n)?```(?:java|kotlin|xml)\\n(.*?)```",
          Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    pages.add(MODULE.resolveSibling("README.md"));
    pages.add(MODULE.resolveSibling("SECURITY.md"));
    pages.add(MODULE.resolveSibling("generated-client/client/README.md"));
    pages.add(MODULE.resolveSibling("generated-client/generator/README.md"));
    pages.add(MODULE.resolve("README.md"));
    try (Stream<Path> files = Files.list(MODULE.resolve("docs"))) {
      files.sorted().forEach(pages::add);
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockOfCodeIsTheTestedCode(Path page) throws IOException {
    Matcher block = BLOCK.matcher(text(page));
    while (block.find()) {
      if (block.group(1) != null) {
        assertEquals(region(block.group(1), block.group(2)), block.group(3));
      } else {
        assertTrue(block.group(3).startsWith("<"), () -> "no source named for: " + block.group(3));
      }
    }
  }

  @Test
  void everyRegionStandsOnAPage() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path page : pages()) {
      all.append(text(page));
    }
    Pattern region = Pattern.compile("// region (\\w+)");
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = file.getFileName().toString().replace(".java", "");
        Matcher found = region.matcher(name.equals("PagesTest") ? "" : text(file));
        while (found.find()) {
          String mark = "<!-- snippet " + name + "#" + found.group(1) + " -->";
          assertTrue(all.indexOf(mark) >= 0, mark);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) throws IOException {
    Matcher link = LINK.matcher(text(page));
    while (link.find()) {
      assertTrue(Files.exists(page.resolveSibling(link.group(1))), link::group);
    }
  }

  private static String region(String source, String name) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    Path file =
        source.contains("/") ? MODULE.resolveSibling(source) : SOURCES.resolve(source + ".java");
    for (String line : text(file).split("\n", -1)) {
      String mark = line.trim().replaceAll("^(?://|<!--) | -->$", "");
      if (mark.equals("endregion")) {
        inside = false;
      } else if (mark.equals("region " + name)) {
        inside = true;
      } else if (inside) {
        lines.add(line);
      }
    }
    assertFalse(lines.isEmpty(), () -> "no region " + name + " in " + source);
    return unindented(lines);
  }

  private static String unindented(List<String> lines) {
    int indent = Integer.MAX_VALUE;
    for (String line : lines) {
      if (!line.isEmpty()) {
        indent = Math.min(indent, line.length() - line.replaceFirst("^ +", "").length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line.isEmpty() ? "" : line.substring(indent)).append('\n');
    }
    return text.toString().replaceFirst("\\n+$", "\n");
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
