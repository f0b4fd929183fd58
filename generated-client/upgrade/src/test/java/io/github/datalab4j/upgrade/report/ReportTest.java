package io.github.datalab4j.upgrade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.datalab4j.upgrade.change.Changes;
import io.github.datalab4j.upgrade.change.Drill;
import io.github.datalab4j.upgrade.change.FacadeHold;
import io.github.datalab4j.upgrade.change.Level;
import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.project.ApiChange;
import io.github.datalab4j.upgrade.project.BuildStep;
import io.github.datalab4j.upgrade.project.ChangelogDraft;
import io.github.datalab4j.upgrade.project.JarComparison;
import io.github.datalab4j.upgrade.project.Rehearsal;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReportTest {
  private static final String STATUS =
      "/components/schemas/CustomProcessorStatusResponse/properties/status";

  @Test
  void markdownSaysAllOfASmallUpgrade() {
    assertEquals(
        """
        # API upgrade: MINOR

        Datalab API 0.0.1, from new.yaml

        1 change is minor on the wire. 1 change is minor in Java.

        | On the wire | In Java | Changes | Operations | Facade | Build and tests |
        | --- | --- | --- | --- | --- | --- |
        | minor | minor | 1 | 2 → 2 | fits | not run |

        ## What has to be changed

        ### In the project, before a release

        - Perhaps offer `progress` in `ProcessorStatus`.

        ### Users of the facade

        - Nothing.

        ### Users of the generated client

        - Nothing.

        ## Changes of the document

        ### Fields

        | wire | Java | kind | change | reaches |
        | --- | --- | --- | --- | --- |
        | minor | minor | field added | `CustomProcessorStatusResponse` has a new, optional field `progress` (number or null). | `GET /api/v1/custom_pipelines/{lookup_key}` |

        ## What compiles and passes

        Nothing was built: the preview ran with `--no-build`.

        ## Draft for the changelog

        **CHANGELOG.md**

        ```
        ### Added

        - `CustomProcessorStatusResponse.progress()`: Share of the generation that is done, from 0 to 1
        ```
        """,
        Report.markdown(preview("field-added", null)));
  }

  @Test
  void aMovedMeaningIsToldBeforeAllChanges() {
    String markdown = Report.markdown(preview(Drill.tree("older"), Drill.tree("today"), null));

    int warning = markdown.indexOf("> **`pipeline_id` of `CustomProcessorStatusResponse` means");
    assertTrue(warning > 0, markdown);
    assertTrue(warning < markdown.indexOf("## Changes of the document"), markdown);
    assertTrue(markdown.contains("read `processorId()`. It compiles unchanged"), markdown);
  }

  @Test
  void theClassesOfTheFacadeAreNamed() {
    String markdown = Report.markdown(preview("path-moved", null));

    assertTrue(
        markdown.contains(
            "- Change `CheckPath`, which knows the path of the status operation: path moved"),
        markdown);
    assertTrue(
        markdown.contains("- Change `StatusService`, which asks for the status: "), markdown);
    assertTrue(markdown.contains("- Take the release that follows:"), markdown);
  }

  @Test
  void aNewValueOfAFieldThatTheFacadeReadsIsOneToLookAt() {
    JsonNode named =
        Drill.patched(
            Drill.tree("today"),
            "{op: add, path: /components/schemas/State, value: {type: string, enum: [processing]}}",
            "{op: replace, path: " + STATUS + ", value: {$ref: '#/components/schemas/State'}}");

    String markdown =
        Report.markdown(
            preview(
                named,
                Drill.patched(
                    named, "{op: add, path: /components/schemas/State/enum/-, value: cancelled}"),
                null));

    assertTrue(
        markdown.contains(
            "- Look at `ProcessorStatus`, which tells the states apart: `State` has new values:"
                + " `\"cancelled\"`."),
        markdown);
    assertTrue(markdown.contains("### Users of the facade\n\n- `State` has new"), markdown);
    assertTrue(markdown.contains("| look at 1 class | not run |"), markdown);
  }

  @Test
  void aDescriptionThatNamesAnotherValueIsOneToLookAt() {
    String markdown =
        Report.markdown(
            preview(
                Drill.tree("today"),
                Drill.patched(
                    Drill.tree("today"),
                    "{op: replace, path: "
                        + STATUS
                        + "/description, value: \"'processing', 'completed', 'failed' or"
                        + " 'cancelled'\"}"),
                null));

    assertTrue(
        markdown.contains(
            "- Look at `ProcessorStatus`, which tells the states apart: the meaning of `status` of"
                + " `CustomProcessorStatusResponse` may have changed: its description now names"
                + " `cancelled`."),
        markdown);
    assertTrue(
        markdown.contains(
            "- Compare the two descriptions of `status` of `CustomProcessorStatusResponse`;"),
        markdown);
    assertTrue(markdown.contains("| look at 1 class | not run |"), markdown);
  }

  @Test
  void whatFailsIsInTheReport() {
    Preview preview =
        preview(
            "field-added",
            outcome(
                new BuildStep(
                    "Tests",
                    "mvn verify",
                    false,
                    Duration.ofSeconds(3),
                    List.of(new BuildStep.Module("datalab4j", "failed", 5, 2, 1)),
                    List.of("A.java:[1,2] cannot find symbol <x>"))));

    String markdown = Report.markdown(preview);
    String html = Report.html(preview);

    assertTrue(markdown.contains("\"Tests\" does not pass."), markdown);
    assertTrue(markdown.contains("- Mend what does not pass any more; see below."), markdown);
    assertTrue(markdown.contains("| 2 → 2 | fails | failing |"), markdown);
    assertTrue(markdown.contains("| datalab4j | failed | 2 | 2 | 1 |"), markdown);
    assertTrue(markdown.contains("A.java:[1,2] cannot find symbol <x>"), markdown);
    assertTrue(html.contains("A.java:[1,2] cannot find symbol &lt;x&gt;"), html);
  }

  @Test
  void withoutAClientThereIsNoVerdict() {
    Preview preview =
        preview(
            "field-added",
            outcome(
                new BuildStep(
                    "Client", "mvn", false, Duration.ZERO, List.of(), List.of("broken"))));

    assertTrue(preview.failed());
    assertEquals("failed", preview.word());
    assertEquals(1, preview.exitCode());
    assertTrue(Report.markdown(preview).startsWith("# API upgrade: FAILED\n"));
  }

  @Test
  void theVerdictIsTheGravestOfDocumentJavaApiAndTests() {
    ApiChange added = new ApiChange("A", "void a()", "added", true, false);
    ApiChange removed = new ApiChange("B", "void b()", "removed", false, false);

    assertEquals(Level.PATCH, built("nothing", true).verdict());
    assertEquals(Level.MINOR, built("nothing", true, added).verdict());
    assertEquals(Level.MAJOR, built("nothing", true, added, removed).verdict());
    assertEquals(Level.MAJOR, built("nothing", false).verdict());
    assertEquals(Level.MAJOR, built("field-removed", true).verdict());
  }

  @Test
  void whatFailsWithTheOldDocumentTooMakesNoVerdict() {
    BuildStep step = new BuildStep("All", "mvn", false, Duration.ZERO, List.of(), List.of("old"));
    Rehearsal.Outcome outcome =
        new Rehearsal.Outcome(List.of(step), new JarComparison(List.of()), true);

    Preview preview = preview("field-added", outcome);

    assertEquals(1, preview.exitCode());
    assertTrue(
        Report.markdown(preview)
            .contains(
                "\"All\" does not pass. What fails does so with the old document too: it tells"
                    + " nothing of the new one."),
        () -> Report.markdown(preview));
    assertEquals(20, preview("field-removed", outcome).exitCode());
  }

  @Test
  void whatJapicmpFindsIsTold() {
    String markdown =
        Report.markdown(
            built("nothing", true, new ApiChange("A", "long a()", "changed", false, true)));

    assertTrue(markdown.contains("| `A` | `long a()` | changed | breaks | compatible |"), markdown);
    assertTrue(
        markdown.contains("Code that was compiled against the old client does not run"), markdown);
  }

  private static Preview built(String drill, boolean passed, ApiChange... changes) {
    BuildStep step = new BuildStep("All", "mvn", passed, Duration.ZERO, List.of(), List.of());
    return preview(
        drill, new Rehearsal.Outcome(List.of(step), new JarComparison(List.of(changes)), false));
  }

  @Test
  void longListsAreFoldedBelowTheGravest() {
    JsonNode before = Drill.tree("older");
    JsonNode after = Drill.tree("older");
    ObjectNode paths = (ObjectNode) after.at("/paths");
    for (int i = 0; i < 30; i++) {
      paths.putObject("/extra" + i).putObject("get").put("operationId", "extra" + i);
    }

    String html = Report.html(preview(before, after, null));

    assertEquals(1, html.split("<details class=\"more\"><summary>18 more", -1).length - 1, html);
    assertTrue(html.indexOf("/extra11<") < html.indexOf("18 more"), html);
    assertTrue(html.indexOf("18 more") < html.indexOf("/extra29"), html);
  }

  @Test
  void theExitCodeIsTheVerdict() {
    assertEquals(0, preview("path-parameter-renamed", null).exitCode());
    assertEquals(10, preview("field-added", null).exitCode());
    assertEquals(20, preview("field-removed", null).exitCode());
    assertEquals(Level.PATCH, preview("nothing", null).verdict());
  }

  @Test
  void aBuildWithoutTestsIsToldToHaveNone() {
    String markdown = Report.markdown(built("nothing", true));

    assertTrue(markdown.contains("| fits | passed; no tests ran |"), markdown);
  }

  @Test
  void theSameDocumentIsToldToBeTheSame() {
    String markdown = Report.markdown(preview("nothing", null));

    assertTrue(
        markdown.contains("Nothing was built: the project has this document already."), markdown);
    assertTrue(markdown.contains("The two documents say the same."), markdown);
    assertTrue(
        markdown.contains("Nothing changes on the wire. Nothing changes in Java."), markdown);
  }

  @Test
  void thePageNeedsNoScriptAndNoNetwork() {
    String html = Report.html(preview(Drill.tree("older"), Drill.tree("today"), null));

    assertFalse(html.contains("<script"), "script");
    assertFalse(html.matches("(?s).*(src|href)=\"(?!#).*"), "address");
    assertFalse(html.contains("url("), "address in a style");
    assertTrue(html.contains("prefers-color-scheme: dark"));
  }

  @Test
  void textOfTheDocumentBecomesNoMarkup() {
    JsonNode after = Drill.tree("today");
    ObjectNode properties =
        (ObjectNode) after.at("/components/schemas/CustomProcessorStatusResponse/properties");
    properties.putObject("<img src=x onerror=alert(1)>|`x").put("description", "</pre><b>*x* | y");
    ((ObjectNode) after.at("/info")).put("title", "<script>alert(1)</script>");

    Preview preview = preview(Drill.tree("today"), after, null);

    assertFalse(Report.html(preview).contains("<img"));
    assertFalse(Report.html(preview).contains("<script"));
    assertFalse(Report.markdown(preview).contains("<script"));
    assertEquals(1, tables(Report.markdown(preview), "new, optional field"));
  }

  /** How many rows hold that text, all with as many cells as their head. */
  private static long tables(String markdown, String text) {
    return markdown
        .lines()
        .filter(line -> line.startsWith("| ") && line.contains(text))
        .filter(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() == 6)
        .count();
  }

  @Test
  void everyElementOfThePageIsClosed() throws Exception {
    String html = Report.html(preview(Drill.tree("older"), Drill.tree("today"), null));
    String body = html.substring(html.indexOf("<body"), html.indexOf("</html>"));

    XMLStreamReader reader =
        XMLInputFactory.newFactory()
            .createXMLStreamReader(
                new StringReader(body.replace("<details open>", "<details open=\"\">")));
    int elements = 0;
    while (reader.hasNext()) {
      elements += reader.next() == XMLStreamReader.START_ELEMENT ? 1 : 0;
    }

    assertTrue(elements > 100, () -> "well-formed, but nearly empty");
  }

  private static Rehearsal.Outcome outcome(BuildStep step) {
    return new Rehearsal.Outcome(List.of(step), null, false);
  }

  private static Preview preview(String drill, Rehearsal.@Nullable Outcome outcome) {
    return preview(Drill.tree("today"), Drill.patched(Drill.tree(drill)), outcome);
  }

  private static Preview preview(
      JsonNode before, JsonNode after, Rehearsal.@Nullable Outcome outcome) {
    ApiDocument old = Drill.read(before, Map.of());
    ApiDocument now = Drill.read(after, old.methodNames());
    Changes changes = Changes.between(old, now, FacadeHold.shipped());
    return new Preview(
        old, now, "new.yaml", changes, ChangelogDraft.of(changes), before.equals(after), outcome);
  }
}
