package io.github.datalab4j.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.upgrade.project.MavenStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpgradeJarIT {
  @TempDir Path folder;

  @Test
  void comparesWithTheDocumentOfThisProject() throws Exception {
    String current =
        UpgradeJar.ROOT
            .resolve("api-spec/src/main/resources/META-INF/datalab4j/datalab-openapi.yaml")
            .toString();

    UpgradeJar.Result result =
        UpgradeJar.run("preview", current, "--no-build", "--output", folder.toString());

    assertEquals(0, result.code(), result.output());
    assertTrue(result.output().contains("verdict: PATCH"), result.output());
    assertTrue(
        Files.readString(folder.resolve("report.md")).contains("The two documents say the same."));
  }

  @Test
  void leavesNothingBehindWhereItIsEnded() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    String maven = MavenStandIn.make(folder, "exec tail -f /dev/null");
    Process program = preview(temporary, maven);
    assertTrue(program.inputReader().lines().anyMatch(line -> line.startsWith("Client as it is")));
    while (program.descendants().findAny().isEmpty()) {
      Thread.onSpinWait();
    }
    ProcessHandle build = program.descendants().findAny().orElseThrow();

    program.destroy();
    program.waitFor();

    build.onExit().join();
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.filter(file -> file.toString().contains("datalab4j")).toList());
    }
  }

  @Test
  void runsNoFurtherMavenOnceItIsEnded() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path runs = folder.resolve("runs");
    String maven =
        MavenStandIn.thatBuilds(
            folder,
            "[ \"$3\" = package ] || { echo run >> '" + runs + "'; exec tail -f /dev/null; }");
    Process program = preview(temporary, maven);
    assertTrue(program.inputReader().lines().anyMatch(line -> line.startsWith("Everything built")));
    while (!Files.exists(runs)) {
      Thread.onSpinWait();
    }

    program.destroy();
    program.waitFor();

    assertEquals("run\n", Files.readString(runs));
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.filter(file -> file.toString().contains("datalab4j")).toList());
    }
  }

  @Test
  void saysWhatIsWrongInOneLine() throws Exception {
    UpgradeJar.Result result = UpgradeJar.run("preview", "nowhere.yaml");

    assertEquals(1, result.code());
    assertEquals(
        "error: There is no file nowhere.yaml. Give a path, or an address that begins with http.",
        result.output().strip());
  }

  /** Of another field than the one of WholeUpgradeIT, whose build runs this test too. */
  private Process preview(Path temporary, String maven) throws Exception {
    return UpgradeJar.start(
        temporary,
        "preview",
        UpgradeJar.documentWith("of_no_drill", folder),
        "--maven",
        maven,
        "--output",
        folder.resolve("reports").toString());
  }
}
