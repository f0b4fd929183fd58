package io.github.datalab4j.upgrade.project;

import io.github.datalab4j.upgrade.change.Drill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A small tree with the files that an upgrade needs. */
public final class Checkout {
  public static final String DOCUMENT =
      "api-spec/src/main/resources/META-INF/datalab4j/datalab-openapi.yaml";

  private Checkout() {}

  /** Without git. */
  public static Path make(Path root) throws Exception {
    write(root, "pom.xml", "<project/>");
    write(root, DOCUMENT, Drill.text(Drill.tree("today")).yaml());
    write(root, "api-spec/src/test/resources/fragments/1-page.yaml", "openapi: 3.1.0\n");
    write(
        root,
        "generated-client/client/api-surface.txt",
        Drill.read(Drill.tree("today"), Map.of()).surface());
    write(root, "CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n");
    write(root, "facade/target/classes/Old.class", "built");
    write(root, "facade/pom.xml", "<project><parent></parent><name>facade</name></project>");
    write(root, "facade/src/A.java", "class A {}");
    return root;
  }

  /** The same, committed. */
  public static Path makeWithGit(Path root) throws Exception {
    make(root);
    write(root, ".gitignore", "target/\n");
    Commands.output(root, "git", "init", "-q");
    Commands.output(root, "git", "add", "-A");
    Commands.output(
        root,
        "git",
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "-q",
        "-m",
        "all");
    return root;
  }

  /** A copy of a project, as a preview makes it. */
  public static Path copy(Path root, Path folder) throws Exception {
    return Project.around(root).copyTo(folder).root();
  }

  public static void write(Path root, String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** What git says of changes. */
  public static String status(Path root) throws IOException {
    return Commands.output(root, "git", "status", "--porcelain", "--untracked-files=all");
  }
}
