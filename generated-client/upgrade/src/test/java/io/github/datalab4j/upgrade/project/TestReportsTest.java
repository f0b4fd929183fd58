package io.github.datalab4j.upgrade.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestReportsTest {
  @TempDir Path root;

  @Test
  void countsUnitAndIntegrationTestsOfAModule() throws IOException {
    pom("facade", "<parent><name>other</name></parent><name>datalab4j</name>");
    report(
        "facade/target/surefire-reports/TEST-a.xml",
        "tests='3' failures='1' errors='1' skipped='0'");
    report(
        "facade/target/failsafe-reports/TEST-b.xml",
        "tests='2' failures='0' errors='0' skipped='1'");
    report("facade/target/failsafe-reports/failsafe-summary.xml", "tests='9'");

    assertEquals(
        List.of(new BuildStep.Module("datalab4j", "failed", 5, 2, 1)),
        TestReports.count(root, Map.of("datalab4j", "failed")));
  }

  @Test
  void aModuleWithoutTestsHasNone() throws IOException {
    pom("x", "<parent/><name>x</name>");

    assertEquals(
        List.of(new BuildStep.Module("y", "passed", 0, 0, 0)),
        TestReports.count(root, Map.of("y", "passed")));
  }

  private void pom(String folder, String content) throws IOException {
    Files.createDirectories(root.resolve(folder));
    Files.writeString(
        root.resolve(folder).resolve("pom.xml"),
        "<project>" + content.replace("<parent/>", "<parent></parent>") + "</project>");
  }

  private void report(String file, String attributes) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path, "<?xml version='1.0'?><testsuite " + attributes + "><testcase/></testsuite>");
  }
}
