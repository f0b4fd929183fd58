package io.github.datalab4j.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was generated, and what was not. */
final class GeneratedSourcesTest {
  private static final Path OUTPUT = Paths.get("target", "generated-sources", "client");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?([\\w.]+);$", Pattern.MULTILINE);
  private static final List<String> ALLOWED =
      Arrays.asList(
          "java.",
          "okhttp3.",
          "okio.",
          "retrofit2.",
          "com.squareup.moshi.",
          "io.reactivex.rxjava3.core.",
          "org.jspecify.annotations.",
          "io.github.datalab4j.client.");

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(OUTPUT)) {
      return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), UTF_8);
  }

  @Test
  void everyImportIsOfADependencyOrOfJava() throws IOException {
    Set<String> strangers = new TreeSet<>();
    for (Path file : files()) {
      Matcher matcher = IMPORT.matcher(text(file));
      while (matcher.find()) {
        if (ALLOWED.stream().noneMatch(matcher.group(1)::startsWith)) {
          strangers.add(matcher.group(1));
        }
      }
    }

    assertEquals(Collections.emptySet(), strangers);
  }

  @Test
  void nothingIsGeneratedButSourcesReportListAndMetadata() throws IOException {
    Set<String> others = new TreeSet<>();
    for (Path file : files()) {
      String name = OUTPUT.relativize(file).toString().replace('\\', '/');
      boolean ofThePlugin = name.startsWith(".openapi-generator/") && name.endsWith(".sha256");
      if (!name.endsWith(".java") && !ofThePlugin) {
        others.add(name);
      }
    }

    assertEquals(
        new TreeSet<>(
            Arrays.asList(
                "generated-files.txt",
                "generator-report.txt",
                "resources/META-INF/native-image/io.github.datalab4j/datalab4j-client"
                    + "/reachability-metadata.json")),
        others);
  }

  @Test
  void nothingOfOurDocumentWasGivenUpOn() throws IOException {
    String report = text(OUTPUT.resolve("generator-report.txt"));

    assertTrue(report.contains("Nothing was given up on."), report);
  }

  @Test
  void javadocIsTheDocumentsTextAndDescribesEveryParameter() throws IOException {
    String source =
        text(
            OUTPUT.resolve(
                Paths.get("java/io/github/datalab4j/client/api", "CustomProcessorsApi.java")));

    assertTrue(
        source.contains(
            "   * @param processorId the value of \"processor_id\" in the path\n"
                + "   * @param request Feedback / instructions for the iteration\n"
                + "   * @param files Optional additional example documents\n"
                + "   *     (each is made by {@link IterateCustomPipelineParts#files})\n"
                + "   * @param fileInstructions JSON array of per-file instructions\n"
                + "   * @param wosSession the cookie \"wos-session\"; null sends none\n"
                + "   * @param datalabActiveTeam the cookie \"datalab_active_team\"; null sends"
                + " none\n"
                + "   */\n"),
        source);
    assertTrue(
        text(OUTPUT.resolve(
                "java/io/github/datalab4j/client/model/CustomProcessorStatusResponse.java"))
            .contains("Current status: 'processing', 'completed', or 'failed'"));
  }

  @Test
  void noFileNamesTimeOrFolder() throws IOException {
    String here = Paths.get("").toAbsolutePath().toString();
    for (Path file : files()) {
      if (file.toString().endsWith(".java")) {
        assertFalse(text(file).contains(here), file.toString());
        assertFalse(text(file).contains("@Generated"), file.toString());
      }
    }
  }
}
