package io.github.datalab4j.upgrade.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script in the place of Maven. */
final class MavenTest {
  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void makeProject() throws Exception {
    project = new Project(Checkout.make(folder.resolve("project")));
  }

  @Test
  void saysWhatToDoWithoutMaven() {
    ProjectException error =
        assertThrows(ProjectException.class, () -> new Maven("no-such-maven", List.of(), folder));

    assertEquals(
        "Cannot run Maven as \"no-such-maven\". Install Maven 3.8 or later and JDK 17, name it by"
            + " --maven, or give --no-build.",
        error.getMessage());
  }

  @Test
  void runsInTheProjectAndKeepsTheLog() throws Exception {
    Maven maven = maven("pwd; echo \"arguments $@\"");

    BuildStep step = maven.run(project, "A step", "verify", "-pl", "a");

    assertTrue(step.passed());
    assertEquals(List.of(), step.failures());
    assertEquals(
        project.root().toRealPath() + "\narguments -B -ntp verify -pl a\n",
        Files.readString(folder.resolve("logs/a-step.log")));
  }

  @Test
  void takesItsOptionsToEveryRun() throws Exception {
    BuildStep step = maven("true", "-s", "my settings.xml").run(project, "x", "verify");

    assertTrue(step.command().endsWith(" -B -ntp -s my settings.xml verify"), step.command());
  }

  @Test
  void tellsWhatFailed() throws Exception {
    BuildStep step = maven("echo '[ERROR] broken'; exit 3").run(project, "x", "verify");

    assertFalse(step.passed());
    assertEquals(List.of("broken"), step.failures());
  }

  private Maven maven(String script, String... options) throws Exception {
    return new Maven(MavenStandIn.make(folder, script), List.of(options), folder.resolve("logs"));
  }
}
