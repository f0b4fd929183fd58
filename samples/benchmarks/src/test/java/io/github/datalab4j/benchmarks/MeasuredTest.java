package io.github.datalab4j.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.datalab4j.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class MeasuredTest {
  private static final Measured MEASURED = new Measured("2026-11-30", "89521dc");

  @TempDir Path folder;

  @Test
  void theResultsKeepWhenAndOfWhichCommitTheyWereMeasured() throws Exception {
    Path file = folder.resolve("any.json");
    new Results(Machine.here(), MEASURED, "run any", List.of()).write(file);

    assertEquals(MEASURED, Results.read(file).measured());
  }

  @Test
  void resultsThatDoNotTellItAreStillRead() throws Exception {
    Path file = folder.resolve("old.json");
    Files.writeString(
        file,
        """
        {"machine":{"jdk":"17","cpu":"any","cores":2,"memory":"24 GiB","os":"Linux"},\
        "command":"run any","series":[]}""");

    assertNull(Results.read(file).measured());
  }

  @Test
  void whatHasChangedSinceTheCommitIsToldButNotResultsAndThePage() throws Exception {
    for (String file : List.of("README.md", "results/any.json", "src/Any.java")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), "before");
    }
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=any", "-c", "user.email=any@example.com", "commit", "-q", "-m", "any");
    String commit = Measured.now(folder).commit();

    Files.writeString(folder.resolve("README.md"), "after");
    Files.writeString(folder.resolve("results/any.json"), "after");
    assertEquals(commit, Measured.now(folder).commit());

    Files.writeString(folder.resolve("src/Any.java"), "after");
    assertEquals(commit + " with changes", Measured.now(folder).commit());
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    Process git;
    try {
      git = new ProcessBuilder(command).inheritIO().start();
    } catch (IOException noGit) {
      throw new TestAbortedException("There is no git here.", noGit);
    }
    assertEquals(0, git.waitFor());
  }

  @Test
  void outsideACheckoutTheCommitIsUnknown() throws Exception {
    assertEquals(Measured.UNKNOWN, Measured.now(folder.resolve("none")).commit());
  }
}
