package io.github.datalab4j.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.generator.testing.InMemoryCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page shows is the example, to the letter, and what is generated for it. */
final class GettingStartedPageTest {
  private static final Path EXAMPLE = Paths.get("examples", "petstore");
  private static final Path PAGE = Paths.get("docs", "getting-started.md");
  private static final Pattern BLOCK =
      Pattern.compile("<!-- (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VERSION = Pattern.compile("<([\\w.-]+\\.version)>([^<]*)<");

  @TempDir Path folder;

  private GeneratedClient generate() {
    return GeneratedClient.generate(
        EXAMPLE.resolve("petstore.yaml").toAbsolutePath(),
        folder,
        Map.of(
            "invokerPackage",
            "com.example.petstore",
            "surfaceFile",
            folder.resolve("api-surface.txt").toString(),
            "acceptSurface",
            "true"));
  }

  @Test
  void everyBlockStandsInTheExampleOrInWhatIsGenerated() throws IOException {
    generate();
    int blocks = 0;
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    while (block.find()) {
      String name = block.group(1);
      Path generated = folder.resolve(name);
      String text = Files.readString(Files.exists(generated) ? generated : EXAMPLE.resolve(name));
      // An ellipsis on a line of its own leaves something out.
      for (String part : block.group(2).split("(?m)^\\s*(//|#|<!--) \\.\\.\\.(| -->)$\n?", -1)) {
        assertTrue(unindented(text).contains(unindented(part)), name + " has no\n" + part);
      }
      blocks++;
    }
    assertTrue(blocks > 4, "only " + blocks + " blocks");
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(joining("\n")).strip();
  }

  @Test
  void theProgramCompilesAgainstWhatIsGenerated() throws IOException {
    Map<String, String> sources = new HashMap<>(generate().sources());
    String program = "example.PetstoreExample";
    sources.put(
        program, Files.readString(EXAMPLE.resolve("src/main/java/example/PetstoreExample.java")));

    assertEquals(program, load(InMemoryCompiler.compile(sources), program).getName());
  }

  private static Class<?> load(ClassLoader classes, String name) {
    try {
      return classes.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusalsAreQuotedAsTheyAreSaid() throws IOException {
    String page = Files.readString(PAGE);
    Refusals refusals = new Refusals(folder);
    Path document = folder.resolve("petstore.yaml");

    assertTrue(page.contains(quoted(refusals.of(document))));
    assertTrue(page.contains(quoted(refusals.of("petstore.yaml", "name: x\n".getBytes(UTF_8)))));
    String broken = quoted(refusals.of("petstore.yaml", "openapi: {\n".getBytes(UTF_8)));
    assertTrue(page.contains(broken.replaceFirst("(YAML: ).*", "$1\u2026")), broken);
  }

  private static String quoted(String refusal) {
    return "`" + refusal.replace("FILE", "\u2026/petstore.yaml");
  }

  @Test
  void versionsAreThoseOfTheRootPom() throws IOException {
    String root = Files.readString(Paths.get("..", "..", "pom.xml"));
    Matcher version = VERSION.matcher(Files.readString(EXAMPLE.resolve("pom.xml")));
    assertTrue(version.find());
    do {
      String expected =
          version.group(1).equals("datalab4j.version")
              ? "<artifactId>datalab4j-parent</artifactId>\n  <version>" + version.group(2) + "<"
              : version.group();
      assertTrue(root.contains(expected), version::group);
    } while (version.find());
    assertFalse(Files.readString(EXAMPLE.resolve("pom.xml")).contains("<parent>"));
  }
}
