package io.github.datalab4j.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.upgrade.project.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One upgrade through both commands: everything is regenerated, built and tested, by the Maven that
 * runs this test, with its settings and its local repository, but none of its profiles.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
final class WholeUpgradeIT {
  @TempDir Path folder;
  private String document;

  @BeforeEach
  void giveAnAnswerOneFieldMore() throws Exception {
    document = UpgradeJar.documentWith("of_the_drill", folder);
  }

  @Test
  void aNewFieldIsRehearsedWithoutTouchingTheTree() throws Exception {
    Map<String, Long> before = sources();

    List<String> command =
        new ArrayList<>(List.of("preview", document, "--output", folder.toString()));
    command.addAll(List.of("--maven", System.getProperty("mvn"), "--"));
    command.addAll(mavenOptions());
    UpgradeJar.Result result = UpgradeJar.run(command.toArray(new String[0]));

    String report = Files.readString(folder.resolve("report.md"));
    assertEquals(10, result.code(), () -> result.output() + report);
    assertTrue(
        report.contains(
            "| `CustomProcessorStatusResponse` | `Double ofTheDrill()` | added | compatible |"),
        report);
    assertTrue(report.contains("| datalab4j | passed |"), report);
    assertEquals(before, sources());
  }

  @Test
  void theProjectIsInOrderOnceTheFieldIsAdopted() throws Exception {
    Path project = Checkout.copy(UpgradeJar.ROOT, folder.resolve("project"));

    UpgradeJar.Result adopted = UpgradeJar.run("adopt", document, "--project", project.toString());
    assertEquals(0, adopted.code(), adopted.output());

    List<String> maven =
        new ArrayList<>(List.of(System.getProperty("mvn"), "-B", "-ntp", "verify", "-am"));
    // The other test builds the facade with such a document.
    maven.addAll(List.of("-pl", "api-spec,generated-client/client"));
    maven.addAll(mavenOptions());
    UpgradeJar.Result built =
        UpgradeJar.ended(new ProcessBuilder(maven).directory(project.toFile()));
    assertEquals(0, built.code(), built.output());
    assertTrue(
        Files.readString(project.resolve("generated-client/client/api-surface.txt"))
            .contains("\n  \"of_the_drill\": "));
  }

  private static List<String> mavenOptions() {
    List<String> options = new ArrayList<>();
    options.add(System.getProperty("mvn.repository"));
    if (System.getProperty("mvn.offline").equals("--offline=true")) {
      options.add("--offline");
    }
    String settings = System.getProperty("mvn.settings");
    if (Files.exists(Path.of(settings.replaceFirst("--settings=", "")))) {
      options.add(settings);
    }
    // By whatever way it is turned on: this test would run itself.
    options.add("-P!upgrade");
    // What does not hang on the document was checked by the build that runs this test.
    options.add("-Djacoco.skip");
    options.add("-Dspotless.check.skip");
    options.add("-Dsurefire.excludes=**/datalab4j/generator/**,**/*$*");
    return options;
  }

  /** When each file was last written that is neither built nor git's own. */
  private static Map<String, Long> sources() throws IOException {
    Map<String, Long> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(UpgradeJar.ROOT)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().matches(".*/(target|\\.git|\\.idea)/.*")) {
          sources.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
        }
      }
    }
    return sources;
  }
}
