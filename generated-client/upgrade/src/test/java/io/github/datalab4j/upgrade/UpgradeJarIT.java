package io.github.datalab4j.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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
  void saysWhatIsWrongInOneLine() throws Exception {
    UpgradeJar.Result result = UpgradeJar.run("preview", "nowhere.yaml");

    assertEquals(1, result.code());
    assertEquals(
        "error: There is no file nowhere.yaml. Give a path, or an address that begins with http.",
        result.output().strip());
  }
}
