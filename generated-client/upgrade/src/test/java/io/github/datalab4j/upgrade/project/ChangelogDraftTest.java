package io.github.datalab4j.upgrade.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.datalab4j.upgrade.change.Changes;
import io.github.datalab4j.upgrade.change.Drill;
import io.github.datalab4j.upgrade.change.FacadeHold;
import org.junit.jupiter.api.Test;

final class ChangelogDraftTest {
  @Test
  void sortsLinesIntoTheSectionsOfAChangelog() {
    assertEquals(
        """
        ### Changed

        - `pipeline_id` of `CustomProcessorStatusResponse` means something else: the ids `cp_...` \
        are now in `processor_id`, and `pipeline_id` holds `pl_...`.
        - `POST /api/v1/custom_pipelines/{pipeline_id}/iterate` moved to \
        `POST /api/v1/custom_processors/{processor_id}/iterate`.
        """,
        section(olderToToday(), "### Changed").lines().limit(4).reduce("", (a, b) -> a + b + "\n"));
    assertEquals(
        """
        ### Removed

        - `CustomPipelinesDeprecatedApi.getCustomPipelineStatus`: cookie `access_token`.
        - `CustomProcessorsApi.iterateCustomPipeline`: cookie `access_token`.
        """,
        section(olderToToday(), "### Removed"));
  }

  private static String olderToToday() {
    Changes changes = Drill.between(Drill.tree("older"), Drill.tree("today"), FacadeHold.shipped());
    return ChangelogDraft.of(changes).text();
  }

  private static String section(String text, String heading) {
    String rest = text.substring(text.indexOf(heading));
    int next = rest.indexOf("\n### ", 1);
    return next < 0 ? rest : rest.substring(0, next);
  }

  @Test
  void manyChangesOfOneKindBecomeOneLine() {
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    for (int i = 1; i <= 30; i++) {
      patch
          .addObject()
          .put("op", "add")
          .put("path", "/paths/~1x" + i)
          .putObject("value")
          .putObject("get");
    }
    Changes changes =
        Drill.between(Drill.tree("today"), Drill.patched(patch), FacadeHold.shipped());

    assertEquals(
        """
        ### Added

        - 30 times operation added: `GET /x1`, `GET /x2`, `GET /x3`, `GET /x4`, `GET /x5` and 25 more.
        """,
        ChangelogDraft.of(changes).text());
  }

  @Test
  void aPatchSaysThatNothingElseChanges() {
    assertEquals(
        "### Changed\n\n- The API document is the service's newest; nothing else changes.\n",
        draft("path-parameter-renamed").text());
  }

  @Test
  void theSameDocumentHasNothingToSay() {
    assertEquals("", draft("nothing").text());
  }

  @Test
  void goesToTheEndOfTheSectionThatIsThere() {
    assertEquals(
        """
        # Changelog

        ## [Unreleased]

        ### Added

        - One.
        - `CustomProcessorStatusResponse.progress()`: Share of the generation that is done, from 0 to 1

        ### Removed

        - Two.

        ## [0.1.0]

        ### Added

        - Three.
        """,
        draft("field-added")
            .insertInto(
                """
                # Changelog

                ## [Unreleased]

                ### Added

                - One.

                ### Removed

                - Two.

                ## [0.1.0]

                ### Added

                - Three.
                """));
  }

  @Test
  void makesTheSectionThatIsNotThereInItsPlace() {
    assertEquals(
        """
        # Changelog

        ## [Unreleased]

        ### Added

        - `CustomProcessorStatusResponse.progress()`: Share of the generation that is done, from 0 to 1

        ### Removed

        - Two.
        """,
        draft("field-added")
            .insertInto("# Changelog\n\n## [Unreleased]\n\n### Removed\n\n- Two.\n"));
  }

  @Test
  void makesTheHeadingOfWhatIsNotReleased() {
    assertEquals(
        """
        # Changelog

        ## [Unreleased]

        ### Removed

        - `CustomProcessorStatusResponse.requestDescription()`.

        ## [0.1.0]
        """,
        draft("field-removed").insertInto("# Changelog\n\n## [0.1.0]\n"));
  }

  private static ChangelogDraft draft(String drill) {
    return ChangelogDraft.of(Drill.of(drill));
  }
}
