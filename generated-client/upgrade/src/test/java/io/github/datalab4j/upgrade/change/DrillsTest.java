package io.github.datalab4j.upgrade.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Upgrades from the document of today, each with what has to be said of it. */
final class DrillsTest {
  @Test
  void aNewFieldIsMinor() {
    assertEquals(
        """
        verdict minor
        wire minor, Java minor, field added
          `CustomProcessorStatusResponse` has a new, optional field `progress` (number or null).
          look at ProcessorStatus (shows every status)
          look at StatusService (reads every status)
        """,
        Drill.text(Drill.of("field-added")));
  }

  @Test
  void aRemovedFieldIsMajor() {
    assertEquals(
        """
        verdict major
        wire major, Java major, field removed
          The field `request_description` of `CustomProcessorStatusResponse` is gone.
          > Do without `requestDescription()` of `CustomProcessorStatusResponse`.
          must change ProcessorStatus (hands the field to users)
        """,
        Drill.text(Drill.of("field-removed")));
  }

  @Test
  void aFieldMadeRequiredLosesItsPresenceMethod() {
    assertEquals(
        """
        verdict major
        wire minor, Java major, field newly required
          `runtime` of `CustomProcessorStatusResponse` is always there now. An answer without it is no longer understood.
          > Drop the calls of `hasRuntime()`: it is always there.
          look at ProcessorStatus (hands the field to users)
        """,
        Drill.text(Drill.of("field-required")));
  }

  @Test
  void anotherTypeInsideAnyOfIsMajor() {
    assertEquals(
        """
        verdict major
        wire major, Java major, field retyped
          `loc` of `ValidationError` is list of (text or number), no longer list of (text or integer).
          > Change the code that uses `loc()` of `ValidationError`: what it gives has other alternatives.
          must change ErrorBody (reads refusals)
        """,
        Drill.text(Drill.of("type-changed-inside-any-of")));
  }

  @Test
  void anEnumForTheStatusChangesItsJavaType() {
    assertEquals(
        """
        verdict major
        wire minor, Java major, field retyped
          `status` of `CustomProcessorStatusResponse` is one of "processing", "completed", "failed", no longer text.
          > Change the code that uses `status()` of `CustomProcessorStatusResponse`: it is `CustomProcessorStatusResponseStatus` now.
          must change ProcessorStatus (tells the states apart)
        """,
        Drill.text(Drill.of("status-enum")));
  }

  @Test
  void filesByContentMediaTypeAreTheSameFiles() {
    assertEquals(
        """
        verdict patch
        wire patch, Java patch, said otherwise, the same on the wire
          The document says `contentMediaType: application/octet-stream` of the part `files` of `CustomProcessorsApi.iterateCustomPipeline` instead of `format: binary`; the same is sent.
          look at MultipartUpload (makes a part of every document)
        """,
        Drill.text(Drill.of("files-by-content-media-type")));
  }

  @Test
  void moreFieldsOfValidationErrorsAreMinor() {
    assertEquals(
        """
        verdict minor
        wire minor, Java minor, field added
          `ValidationError` has a new, optional field `input` (any JSON).
        wire minor, Java minor, field added
          `ValidationError` has a new, optional field `ctx` (any object).
        """,
        Drill.text(Drill.of("validation-error-with-input-and-ctx")));
  }

  @Test
  void theFacadeCannotDoWithoutTheDeprecatedPath() {
    assertEquals(
        """
        verdict major
        wire major, Java major, operation removed
          `GET /api/v1/custom_pipelines/{lookup_key}` is gone, and `CustomPipelinesDeprecatedApi.getCustomPipelineStatus` with it; it was deprecated.
          > Remove the calls of `CustomPipelinesDeprecatedApi.getCustomPipelineStatus`.
          must change StatusService (asks for the status)
          must change CheckPath (knows the path of the status operation)
          must change Origin (makes status addresses from lookup keys)
        wire patch, Java major, schema removed
          The schema `CustomProcessorStatusResponse` is gone, and its class with it.
          > Remove the uses of the class `CustomProcessorStatusResponse`.
          must change ProcessorStatus (shows every status)
          must change StatusService (reads every status)
        """,
        Drill.text(Drill.of("deprecated-path-removed")));
  }

  @Test
  void aMovedPathNamesTheClassesThatKnowIt() {
    assertEquals(
        """
        verdict major
        wire major, Java patch, path moved
          `GET /api/v1/custom_pipelines/{lookup_key}` moved to `GET /api/v1/custom_processors/{lookup_key}`.
          > Nothing in Java, but programs with the old client go on calling `/api/v1/custom_pipelines/{lookup_key}`: release the new one before that path ends.
          must change StatusService (asks for the status)
          must change CheckPath (knows the path of the status operation)
          must change Origin (makes status addresses from lookup keys)
        wire patch, Java major, Java method renamed
          `CustomPipelinesDeprecatedApi.getCustomPipelineStatus` is now called `CustomProcessorsApi.getCustomPipelineStatus`.
          > Call `CustomProcessorsApi.getCustomPipelineStatus` instead of `CustomPipelinesDeprecatedApi.getCustomPipelineStatus`.
          must change StatusService (asks for the status)
          must change CheckPath (knows the path of the status operation)
          must change Origin (makes status addresses from lookup keys)
        wire patch, Java patch, operation no longer deprecated
          `GET /api/v1/custom_processors/{lookup_key}` is no longer deprecated.
          look at StatusService (asks for the status)
          look at CheckPath (knows the path of the status operation)
          look at Origin (makes status addresses from lookup keys)
        """,
        Drill.text(Drill.of("path-moved")));
  }

  @Test
  void aRenamedPathParameterChangesNothing() {
    assertEquals(
        """
        verdict patch
        wire patch, Java patch, input renamed
          The path parameter `processor_id` of `CustomProcessorsApi.iterateCustomPipeline` is now called `id`; nothing else is sent.
          look at HttpStack (names the processor of a submission)
        """,
        Drill.text(Drill.of("path-parameter-renamed")));
  }

  @Test
  void thirtyNewOperationsAreMinorAndRenameNothing() {
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    for (int i = 1; i <= 30; i++) {
      patch
          .addObject()
          .put("op", "add")
          .put("path", "/paths/~1api~1v1~1custom_processors~1{processor_id}~1extra" + i)
          .putObject("value")
          .putObject("post")
          .put("operationId", i == 30 ? "iterate_custom_pipeline" : "extra_" + i)
          .putArray("tags")
          .add("Custom Processors");
    }

    Changes changes =
        Drill.between(Drill.tree("today"), Drill.patched(patch), FacadeHold.shipped());

    assertEquals(Level.MINOR, changes.verdict());
    assertEquals(30, changes.all().size());
    assertEquals(30, changes.of(Kind.OPERATION_ADDED).size());
    assertEquals(
        "`POST /api/v1/custom_processors/{processor_id}/extra1` is new:"
            + " `CustomProcessorsApi.extra1`.",
        changes.all().get(0).message());
  }

  @Test
  void theOlderApiIsFollowedAndItsIdsAreToldApart() {
    FacadeHold older =
        FacadeHold.parse(
            List.of(
                "operation CustomPipelinesApi.iterateCustomPipeline Submitter sends by it",
                "operation CustomPipelinesApi.getCustomPipelineStatus Poller asks by it",
                "schema CustomPipelineStatusResponse Status shows it",
                "field CustomPipelineStatusResponse/pipeline_id Status hands it to users"));

    assertEquals(
        """
        verdict major
        wire major, Java patch, meaning moved
          `pipeline_id` of `CustomProcessorStatusResponse` means something else: the ids `cp_...` are now in `processor_id`, and `pipeline_id` holds `pl_...`.
          > Where code reads `pipelineId()` for `cp_...`, read `processorId()`. It compiles unchanged and would silently take the wrong id; so would ids that were stored.
          must change Status (hands it to users)
        wire major, Java patch, path moved
          `POST /api/v1/custom_pipelines/{pipeline_id}/iterate` moved to `POST /api/v1/custom_processors/{processor_id}/iterate`.
          > Nothing in Java, but programs with the old client go on calling `/api/v1/custom_pipelines/{pipeline_id}/iterate`: release the new one before that path ends.
          must change Submitter (sends by it)
        wire patch, Java major, Java method renamed
          `CustomPipelinesApi.getCustomPipelineStatus` is now called `CustomPipelinesDeprecatedApi.getCustomPipelineStatus`.
          > Call `CustomPipelinesDeprecatedApi.getCustomPipelineStatus` instead of `CustomPipelinesApi.getCustomPipelineStatus`.
          must change Poller (asks by it)
        wire patch, Java major, Java method renamed
          `CustomPipelinesApi.iterateCustomPipeline` is now called `CustomProcessorsApi.iterateCustomPipeline`.
          > Call `CustomProcessorsApi.iterateCustomPipeline` instead of `CustomPipelinesApi.iterateCustomPipeline`.
          must change Submitter (sends by it)
        wire minor, Java major, input removed
          `CustomPipelinesDeprecatedApi.getCustomPipelineStatus` no longer takes the cookie `access_token`.
          > Drop the argument `accessToken` from the calls of `CustomPipelinesDeprecatedApi.getCustomPipelineStatus`.
          must change Poller (asks by it)
        wire minor, Java major, input removed
          `CustomProcessorsApi.iterateCustomPipeline` no longer takes the cookie `access_token`.
          > Drop the argument `accessToken` from the calls of `CustomProcessorsApi.iterateCustomPipeline`.
          must change Submitter (sends by it)
        wire patch, Java major, schema renamed
          The schema `CustomPipelineStatusResponse` is now called `CustomProcessorStatusResponse`.
          > Write `CustomProcessorStatusResponse` for `CustomPipelineStatusResponse`.
          must change Status (shows it)
        wire patch, Java major, schema renamed
          The schema `CustomPipelineInitialResponse` is now called `CustomProcessorInitialResponse`.
          > Write `CustomProcessorInitialResponse` for `CustomPipelineInitialResponse`.
        wire minor, Java minor, operation deprecated
          `GET /api/v1/custom_pipelines/{lookup_key}` is deprecated now. The API document says so by the tag "Custom Pipelines (Deprecated)".
          > Look for what replaces `CustomPipelinesDeprecatedApi.getCustomPipelineStatus`; javac warns of it.
          look at Poller (asks by it)
        wire minor, Java minor, field added
          `CustomProcessorStatusResponse` has a new, optional field `processor_id` (text or null).
          look at Status (shows it)
        wire patch, Java patch, input renamed
          The path parameter `pipeline_id` of `CustomProcessorsApi.iterateCustomPipeline` is now called `processor_id`; nothing else is sent.
        wire patch, Java patch, description changed
          The description of `GET /api/v1/custom_pipelines/{lookup_key}` changed.
          look at Poller (asks by it)
        wire patch, Java patch, description changed
          The description of `POST /api/v1/custom_pipelines/{pipeline_id}/iterate` changed.
          look at Submitter (sends by it)
        wire patch, Java patch, description changed
          The description of the schema `CustomProcessorStatusResponse` changed.
          look at Status (shows it)
        wire patch, Java patch, description changed
          The description of `response_check_url` of `CustomProcessorInitialResponse` changed.
        """,
        Drill.text(Drill.between(Drill.tree("older"), Drill.tree("today"), older)));
  }
}
