package io.github.datalab4j.upgrade.project;

import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.DocumentText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a document in place: itself, the copy that says how it was published, what the parser says
 * against it, the surface file, and the changelog.
 */
public final class Adoption {
  private static final String HEAD =
      "# What the parser says against the API document, a line each; compared at every build.\n";

  private Adoption() {}

  /**
   * Refuses to write over changes that nobody could get back.
   *
   * @throws ProjectException naming the files
   */
  public static void check(Project project) throws ProjectException {
    List<String> files = project.uncommitted();
    if (!files.isEmpty()) {
      throw new ProjectException(
          "These files have changes that are not committed, and would be written over: "
              + String.join(", ", files)
              + ". Commit or stash them, or give --force.");
    }
  }

  /** Writes all files; the same document twice changes nothing but the changelog. */
  public static void apply(
      Project project, DocumentText text, ApiDocument document, ChangelogDraft draft)
      throws ProjectException {
    try {
      String yaml = text.yaml();
      Files.writeString(project.document(), yaml);
      publish(project.published(), yaml);
      Files.writeString(
          project.parserMessages(),
          HEAD + String.join("", document.messages().stream().map(line -> line + "\n").toList()));
      Files.writeString(project.surface(), document.surface());
      if (Files.exists(project.changelog())) {
        Files.writeString(
            project.changelog(), draft.insertInto(Files.readString(project.changelog())));
      }
    } catch (IOException e) {
      throw new ProjectException("Cannot write into " + project.root() + ": " + e.getMessage(), e);
    }
  }

  /** What was published until now is no longer the truth: one file takes the place of all. */
  private static void publish(Path folder, String yaml) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.writeString(folder.resolve("document.yaml"), yaml);
  }
}
