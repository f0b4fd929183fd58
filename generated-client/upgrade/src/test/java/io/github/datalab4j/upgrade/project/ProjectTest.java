package io.github.datalab4j.upgrade.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectTest {
  @TempDir Path folder;

  @Test
  void isFoundFromInside() throws Exception {
    Path root = Checkout.make(folder);

    assertEquals(root, Project.around(root.resolve("facade/src")).root());
  }

  @Test
  void isNotFoundElsewhere() {
    ProjectException error = assertThrows(ProjectException.class, () -> Project.around(folder));

    assertTrue(error.getMessage().contains("is not in a checkout of datalab4j"), error::getMessage);
    assertTrue(error.getMessage().endsWith("or name one by --project."), error::getMessage);
  }

  @Test
  void aCopyHasTrackedAndNewFilesButNoIgnoredOnes() throws Exception {
    Path root = Checkout.makeWithGit(folder.resolve("project"));
    Checkout.write(root, "facade/src/B.java", "class B {}");

    Path copy = new Project(root).copyTo(folder.resolve("copy")).root();

    assertTrue(Files.exists(copy.resolve("facade/src/A.java")));
    assertTrue(Files.exists(copy.resolve("facade/src/B.java")));
    assertFalse(Files.exists(copy.resolve("facade/target")));
    assertFalse(Files.exists(copy.resolve(".git")));
  }

  @Test
  void aFileThatWasDeletedIsNotCopied() throws Exception {
    Path root = Checkout.makeWithGit(folder.resolve("project"));
    Files.delete(root.resolve("facade/src/A.java"));

    Path copy = new Project(root).copyTo(folder.resolve("copy")).root();

    assertFalse(Files.exists(copy.resolve("facade/src/A.java")));
    assertTrue(Files.exists(copy.resolve("pom.xml")));
  }

  @Test
  void whatWasBuiltIsLeftOutWithoutGitToo() throws Exception {
    Project project = new Project(Checkout.make(folder));

    List<String> sources = project.sources().stream().map(Path::toString).sorted().toList();

    assertTrue(sources.contains("facade/src/A.java"), sources::toString);
    assertFalse(sources.contains("facade/target/classes/Old.class"), sources::toString);
  }

  @Test
  void namesTheFilesThatAreNotCommitted() throws Exception {
    Path root = Checkout.makeWithGit(folder);
    Checkout.write(root, "CHANGELOG.md", "mine");
    Checkout.write(root, "facade/src/A.java", "mine, and not in the way");

    assertEquals(List.of("CHANGELOG.md"), new Project(root).uncommitted());
  }

  @Test
  void aProjectThatWasNotBuiltHasNoJar() throws Exception {
    Project project = new Project(Checkout.make(folder));

    assertThrows(ProjectException.class, project::clientJar);
  }

  @Test
  void theSourcesAreNotTheClientsJar() throws Exception {
    Path root = Checkout.make(folder);
    Path target = Files.createDirectories(root.resolve("generated-client/client/target"));
    Files.createFile(target.resolve("datalab4j-client-0.1.0-sources.jar"));
    Path jar = Files.createFile(target.resolve("datalab4j-client-0.1.0.jar"));

    assertEquals(jar, new Project(root).clientJar());
  }
}
