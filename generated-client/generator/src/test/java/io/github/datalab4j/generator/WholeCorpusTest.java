package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.datalab4j.generator.document.UnreadableDocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every OpenAPI 3 document in the jar of OpenAPI Generator's own tests. Which do not pass, and why,
 * stands in {@code docs/documents.md}, and nowhere else: one that passes has to be taken off there.
 */
@Execution(ExecutionMode.CONCURRENT)
final class WholeCorpusTest {
  private static final int INSTANCES = Integer.getInteger("datalab4j.instances", 5);
  private static final Path PAGE = Path.of("docs", "documents.md");

  @TempDir static Path input;
  @TempDir static Path output;
  private static CorpusDocuments corpus;
  private static final List<String> documents = new ArrayList<>();
  private static final List<String> others = new ArrayList<>();

  /** The largest first: else one thread would have to wait for the other at the end. */
  @BeforeAll
  static void copy() throws IOException {
    corpus = CorpusDocuments.copyTo(input, "3_0", "3_1");
    for (String path : corpus.largestFirst()) {
      String version = corpus.version(path);
      if (version.startsWith("3.")) {
        documents.add(path);
      } else if (!version.startsWith("2.")) {
        others.add(path);
      }
    }
  }

  /** The paths in the first column of the page's table of those that do not pass. */
  private static List<String> listed() throws IOException {
    return Pattern.compile("^\\| `(3_[01]/[^`]+)` \\|", Pattern.MULTILINE)
        .matcher(Files.readString(PAGE))
        .results()
        .map(row -> row.group(1))
        .collect(Collectors.toList());
  }

  @TestFactory
  Stream<DynamicTest> everyDocumentPassesOrIsListed() throws IOException {
    List<String> listed = listed();
    return documents.stream()
        .map(path -> dynamicTest(path, () -> tryOne(path, listed.contains(path))));
  }

  private static void tryOne(String path, boolean listed) throws IOException {
    Path sources = Files.createTempDirectory(output, "sources");
    if (listed) {
      assertThrows(
          Throwable.class,
          () -> DocumentTrial.pass(corpus.file(path), sources, INSTANCES),
          "passes now: take it off the page");
    } else {
      DocumentTrial.pass(corpus.file(path), sources, INSTANCES);
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoDocumentIsRefused() {
    return others.stream().map(path -> dynamicTest(path, () -> refuse(path)));
  }

  private static void refuse(String path) {
    UnreadableDocumentException error =
        assertThrows(
            UnreadableDocumentException.class,
            () -> GeneratedClient.generate(corpus.file(path), output));

    assertTrue(error.getMessage().contains(path), error.getMessage());
  }

  @Test
  void everyListedDocumentExists() throws IOException {
    List<String> missing =
        listed().stream()
            .filter(path -> !Files.exists(corpus.file(path)))
            .collect(Collectors.toList());

    assertEquals(List.of(), missing);
  }
}
