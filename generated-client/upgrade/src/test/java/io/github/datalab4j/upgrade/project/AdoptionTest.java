package io.github.datalab4j.upgrade.project;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.upgrade.change.Drill;
import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.DocumentReader;
import io.github.datalab4j.upgrade.document.DocumentText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdoptionTest {
  @TempDir Path folder;

  @Test
  void writesTheDocumentItsPublishedCopyTheSurfaceAndTheChangelog() throws Exception {
    Project project = new Project(Checkout.make(folder));
    DocumentText text = Drill.text(Drill.patched(Drill.tree("field-added")));

    ApiDocument document = adopt(project, text);

    assertEquals(text.yaml(), Files.readString(project.document()));
    assertEquals(List.of("document.yaml"), names(project.published()));
    assertEquals(text.yaml(), Files.readString(project.published().resolve("document.yaml")));
    assertEquals(document.surface(), Files.readString(project.surface()));
    assertTrue(
        Files.readString(project.changelog())
            .contains("`CustomProcessorStatusResponse.progress()`"));
  }

  @Test
  void keepsWhatTheParserSaysAgainstTheDocument() throws Exception {
    Project project = new Project(Checkout.make(folder));
    String document = "openapi: 3.1.0\ninfo: {title: T}\npaths: {}\n";

    adopt(project, DocumentText.of("x", document.getBytes(StandardCharsets.UTF_8)));

    assertEquals(
        """
        # What the parser says against the API document, a line each; compared at every build.
        attribute info.version is missing
        """,
        Files.readString(project.parserMessages()));
  }

  @Test
  void jsonIsWrittenAsYaml() throws Exception {
    Project project = new Project(Checkout.make(folder));
    String json =
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{}}";

    adopt(project, DocumentText.of("x", json.getBytes(StandardCharsets.UTF_8)));

    assertEquals(
        "openapi: 3.1.0\ninfo:\n  title: T\n  version: \"1\"\npaths: {}\n",
        Files.readString(project.document()));
  }

  @Test
  void refusesToWriteOverChangesThatAreNotCommitted() throws Exception {
    Project project = new Project(Checkout.makeWithGit(folder));
    Checkout.write(folder, Checkout.DOCUMENT, "mine");

    ProjectException error = assertThrows(ProjectException.class, () -> Adoption.check(project));

    assertEquals(
        "These files have changes that are not committed, and would be written over: "
            + Checkout.DOCUMENT
            + ". Commit or stash them, or give --force.",
        error.getMessage());
  }

  @Test
  void otherChangesAreNotInTheWay() throws Exception {
    Project project = new Project(Checkout.makeWithGit(folder));
    Checkout.write(folder, "facade/src/A.java", "mine");

    assertDoesNotThrow(() -> Adoption.check(project));
  }

  private static ApiDocument adopt(Project project, DocumentText text) throws Exception {
    ApiDocument document = DocumentReader.read(text, Map.of());
    Adoption.apply(project, text, document, ChangelogDraft.of(Drill.of("field-added")));
    return document;
  }

  private static List<String> names(Path of) throws Exception {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
