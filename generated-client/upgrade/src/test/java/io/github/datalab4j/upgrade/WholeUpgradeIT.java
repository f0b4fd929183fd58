package io.github.datalab4j.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One upgrade through the whole command: everything is regenerated, built and tested. */
final class WholeUpgradeIT {
  @TempDir Path folder;

  @Test
  @Timeout(value = 90, unit = TimeUnit.MINUTES)
  void aNewFieldIsRehearsedWithoutTouchingTheTree() throws Exception {
    Map<String, Long> before = sources();

    UpgradeJar.Result result =
        UpgradeJar.run(
            "preview",
            UpgradeJar.document(folder, "field-added"),
            "--maven",
            System.getProperty("mvn"),
            "--output",
            folder.toString());

    String report = Files.readString(folder.resolve("report.md"));
    assertEquals(10, result.code(), () -> result.output() + report);
    assertTrue(
        report.contains(
            "| `CustomProcessorStatusResponse` | `Double progress()` | added | compatible |"),
        report);
    assertTrue(report.contains("| datalab4j | passed |"), report);
    assertEquals(before, sources());
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
