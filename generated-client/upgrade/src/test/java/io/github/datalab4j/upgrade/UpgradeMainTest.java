package io.github.datalab4j.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.datalab4j.upgrade.change.Drill;
import io.github.datalab4j.upgrade.project.Checkout;
import io.github.datalab4j.upgrade.project.MavenStandIn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands, with a stand-in for Maven. */
final class UpgradeMainTest {
  @TempDir Path folder;
  private Path project;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeProject() throws Exception {
    project = Checkout.makeWithGit(folder.resolve("my project"));
  }

  @Test
  void aPreviewWithoutBuildWritesBothReports() throws Exception {
    int code = preview("field-added", "--no-build");

    assertEquals(10, code);
    assertTrue(out.toString().contains("verdict: MINOR"), out::toString);
    assertTrue(Files.readString(report("report.md")).startsWith("# API upgrade: MINOR"));
    assertTrue(Files.readString(report("report.html")).startsWith("<!doctype html>"));
  }

  @Test
  void aPreviewTouchesNoTrackedFile() throws Exception {
    String maven = MavenStandIn.thatBuilds(folder, "");

    assertEquals(20, preview("field-removed", "--maven", maven));

    assertEquals("", Checkout.status(project));
  }

  @Test
  void aPreviewAdoptsInTheCopyThatItBuilds() throws Exception {
    String maven =
        MavenStandIn.thatBuilds(
            folder, "[ \"$3\" = package ] || grep -q progress " + Checkout.DOCUMENT);

    int code = preview("field-added", "--maven", maven);

    assertEquals(10, code);
    assertTrue(
        out.toString().contains("Everything built and tested: mvn verify -fae"), out::toString);
    assertTrue(Files.isRegularFile(report("logs/everything-built-and-tested.log")));
  }

  @Test
  void failingTestsMakeItMajor() throws Exception {
    String maven =
        MavenStandIn.thatBuilds(
            folder,
            "[ \"$3\" = package ] || grep -q '{processor_id}' "
                + Checkout.DOCUMENT
                + " || { echo '[ERROR] A.java:[1,2] no such method'; exit 1; }");

    assertEquals(20, preview("path-parameter-renamed", "--maven", maven));

    assertTrue(Files.readString(report("report.md")).contains("A.java:[1,2] no such method"));
  }

  @Test
  void testsThatFailWithTheOldDocumentTooTellNothing() throws Exception {
    String maven = MavenStandIn.thatBuilds(folder, failing("facade"));

    assertEquals(1, preview("field-added", "--maven", maven));

    assertTrue(
        out.toString()
            .contains("What failed, with the old document: mvn verify -fae -pl facade -am"),
        out::toString);
    assertTrue(out.toString().contains("verdict: FAILED"), out::toString);
  }

  @Test
  void oneModuleThatFailsAnewIsEnough() throws Exception {
    String maven =
        MavenStandIn.thatBuilds(
            folder,
            "if grep -q progress "
                + Checkout.DOCUMENT
                + "; then "
                + failing("facade", "simulator")
                + "; else "
                + failing("simulator")
                + "; fi");

    assertEquals(20, preview("field-added", "--maven", maven));
  }

  /** Says what Maven says where some modules fail, of the two that there are. */
  private static String failing(String... modules) {
    StringBuilder script =
        new StringBuilder("[ \"$3\" = package ] || { echo '[INFO] Reactor Summary for all'; ");
    for (String module : List.of("facade", "simulator")) {
      script.append("echo '[INFO] ").append(module).append(" .... ");
      script.append(List.of(modules).contains(module) ? "FAILURE" : "SUCCESS").append("'; ");
    }
    return script + "exit 1; }";
  }

  @Test
  void aClientThatCannotBeBuiltIsAFailure() throws Exception {
    String maven = MavenStandIn.make(folder, "echo '[ERROR] cannot generate'; exit 1");

    assertEquals(1, preview("field-added", "--maven", maven));

    assertTrue(out.toString().contains("verdict: FAILED"), out::toString);
    assertTrue(Files.readString(report("report.md")).contains("cannot generate"));
  }

  @Test
  void theProjectsOwnDocumentNeedsNoBuild() throws Exception {
    String maven = MavenStandIn.make(folder, "exit 1");

    assertEquals(0, preview("nothing", "--maven", maven));

    assertTrue(out.toString().contains("The project has this document already."), out::toString);
  }

  @Test
  void aPreviewNamesTheClassesThatHaveToFollow() throws Exception {
    preview("path-moved", "--no-build");

    assertTrue(
        out.toString()
            .contains("The facade has to follow: change CheckPath, Origin, StatusService."),
        out::toString);
  }

  @Test
  void aPreviewNamesTheClassesToLookAt() throws Exception {
    JsonNode document =
        Drill.patched(
            Drill.tree("today"),
            "{op: replace, path: /components/schemas/CustomProcessorStatusResponse/properties/status"
                + "/description, value: \"'processing' or 'done'\"}");
    String file =
        Files.writeString(folder.resolve("d.yaml"), Drill.text(document).yaml()).toString();

    run("preview", file, "--no-build", "--project", project.toString());

    assertTrue(
        out.toString()
            .contains("What the facade needs may hold or mean something else: look at Proc"),
        out::toString);
  }

  @Test
  void anUnknownModuleIsSaidAtOnce() throws Exception {
    String maven = MavenStandIn.make(folder, "exit 1");

    assertEquals(1, preview("field-added", "--maven", maven, "--modules", "facade,facde"));
    assertTrue(err.toString().startsWith("error: There is no module facde."), err::toString);
  }

  @Test
  void onlyTheNamedModulesAreBuilt() throws Exception {
    String maven = MavenStandIn.thatBuilds(folder, "");
    Checkout.write(project, "samples/simulator/pom.xml", "<project/>");

    preview("field-added", "--maven", maven, "--modules", "facade,samples/simulator");

    String step = "facade, samples/simulator built and tested";
    assertTrue(
        out.toString().contains(step + ": mvn verify -fae -pl facade,samples/simulator -am"),
        out::toString);
    assertTrue(Files.readString(report("report.md")).contains("| " + step + " | passed |"));
  }

  @Test
  void mavenIsGivenWhatStandsAfterTwoDashes() throws Exception {
    String maven = MavenStandIn.thatBuilds(folder, "echo \"arguments $@\"");

    preview("field-added", "--maven", maven, "-o", "--", "-s", "my settings.xml");

    assertEquals(
        "arguments -B -ntp -s my settings.xml --offline verify -fae",
        Files.readString(report("logs/everything-built-and-tested.log")).strip());
  }

  @Test
  void aSecondDocumentIsRefused() throws Exception {
    for (String[] more :
        List.of(
            new String[] {document("field-removed"), "--no-build"},
            new String[] {document("field-removed"), "--no-build", "--", "-DskipTests"})) {
      assertEquals(1, preview("field-added", more));
    }
    assertTrue(
        err.toString().startsWith("Give one document; Maven's options go behind --."),
        err::toString);
    assertEquals("", out.toString());
  }

  @Test
  void aPlaceThatTakesNoReportsIsSaidBeforeTheBuilds() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    String maven = MavenStandIn.make(folder, "exit 1");

    for (Path output : List.of(file, file.resolve("below"))) {
      err.getBuffer().setLength(0);
      assertEquals(1, preview("field-added", "--maven", maven, "--output", output.toString()));
      assertEquals(
          "error: Cannot make the folder "
              + output
              + " for the reports. Name another one by --output.",
          err.toString().strip());
    }
    assertEquals("", out.toString());
  }

  @Test
  void aMissingMavenIsSaidAtOnce() throws Exception {
    assertEquals(1, preview("field-added", "--maven", "no-such-maven"));
    assertTrue(
        err.toString().startsWith("error: Cannot run Maven as \"no-such-maven\"."), err::toString);
  }

  @Test
  void anUnreadableDocumentIsSaidAtOnce() {
    assertEquals(1, run("preview", "nowhere.yaml", "--project", project.toString()));
    assertTrue(err.toString().startsWith("error: There is no file nowhere.yaml."), err::toString);
  }

  @Test
  void bothCommandsTellWhatTheParserSaysAgainstTheDocument() throws Exception {
    JsonNode document = Drill.patched(Drill.tree("today"), "{op: remove, path: /info/version}");
    String file =
        Files.writeString(folder.resolve("d.yaml"), Drill.text(document).yaml()).toString();

    run("preview", file, "--no-build", "--project", project.toString());
    String preview = out.toString();
    out.getBuffer().setLength(0);
    run("adopt", file, "--project", project.toString());

    String message = "  the parser says: attribute info.version is missing\n";
    assertTrue(preview.contains(message), preview);
    assertTrue(out.toString().contains(message), out::toString);
  }

  @Test
  void aFolderElsewhereIsNoProject() {
    assertEquals(1, run("adopt", "nowhere.yaml", "--project", folder.toString()));
    assertTrue(err.toString().contains("is not in a checkout of datalab4j"), err::toString);
  }

  @Test
  void aProgramThatIsOlderThanTheGeneratorSaysSo() throws Exception {
    Checkout.write(project, "generated-client/client/api-surface.txt", "# another generator");

    assertEquals(1, preview("field-added", "--no-build"));
    assertTrue(
        err.toString()
            .startsWith("error: generated-client/client/api-surface.txt does not fit the document"),
        err::toString);
  }

  @Test
  void withoutACommandItSaysWhatThereIs() {
    assertEquals(1, run());
    assertTrue(err.toString().startsWith("Say what to do: preview or adopt."), err::toString);
  }

  @Test
  void adoptPutsTheDocumentInPlace() throws Exception {
    int code = run("adopt", document("path-moved"), "--project", project.toString());

    assertEquals(0, code);
    assertTrue(out.toString().contains("this is a major change."), out::toString);
    assertTrue(out.toString().contains("change CheckPath, Origin, StatusService."), out::toString);
    assertTrue(
        Files.readString(project.resolve(Checkout.DOCUMENT))
            .contains("/api/v1/custom_processors/{lookup_key}"));
  }

  @Test
  void adoptingTwiceIsSaidAndChangesNothing() throws Exception {
    String document = document("field-added");
    run("adopt", document, "--project", project.toString());
    String status = Checkout.status(project);

    assertEquals(0, run("adopt", document, "--project", project.toString(), "--force"));

    assertTrue(out.toString().contains("The project has this document already."), out::toString);
    assertEquals(status, Checkout.status(project));
  }

  @Test
  void adoptRefusesToWriteOverUncommittedChangesUnlessForced() throws Exception {
    Checkout.write(project, "CHANGELOG.md", "mine");
    String document = document("field-added");

    assertEquals(1, run("adopt", document, "--project", project.toString()));
    assertTrue(err.toString().contains("would be written over: CHANGELOG.md."), err::toString);
    assertFalse(Files.readString(project.resolve(Checkout.DOCUMENT)).contains("progress"));
    assertEquals(0, run("adopt", document, "--project", project.toString(), "--force"));
  }

  private int preview(String drill, String... more) throws Exception {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "preview";
    arguments[1] = document(drill);
    arguments[2] = "--project";
    arguments[3] = project.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return run(arguments);
  }

  private String document(String drill) throws Exception {
    JsonNode document = Drill.patched(Drill.tree(drill));
    return Files.writeString(folder.resolve(drill + ".yaml"), Drill.text(document).yaml())
        .toString();
  }

  private Path report(String name) {
    return project.resolve("target/upgrade").resolve(name);
  }

  private int run(String... arguments) {
    CommandLine commandLine = UpgradeMain.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }
}
