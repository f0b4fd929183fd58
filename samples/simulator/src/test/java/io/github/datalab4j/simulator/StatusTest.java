package io.github.datalab4j.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the status operation says of a job. */
final class StatusTest extends WireTest {
  @Test
  void aJobIsProcessingOnceAndThenCompleted() throws IOException {
    String key = client.accepted();

    assertEquals("processing", client.status(key).string("status"));
    assertEquals("completed", client.status(key).string("status"));
  }

  @Test
  void processingHasTheShapeOfTheSchemaWordForWord() throws IOException {
    Client.Reply reply = client.status(client.accepted());

    assertEquals(
        "{\"status\":\"processing\",\"processor_id\":null,"
            + "\"request_description\":\"Keep the footnotes\",\"sent_at\":\"2026-01-01T00:00:00\","
            + "\"success\":null,\"error_message\":null,\"runtime\":null,\"completed_at\":null,"
            + "\"pipeline_params\":null,\"pipeline_id\":null}",
        reply.text());
    assertEquals("application/json", reply.headers.get("content-type"));
  }

  @Test
  void completedNamesTheProcessorAndTheNewPipeline() throws IOException {
    datalab.nextJob(Job.completing().after(0).pipelineId("pl_abcde").runtime(12.5));

    Client.Reply reply = client.status(client.accepted());

    assertEquals("cp_12345", reply.string("processor_id"));
    assertEquals("pl_abcde", reply.string("pipeline_id"));
    assertEquals("true", reply.string("success"));
    assertEquals("12.5", reply.string("runtime"));
    assertEquals("2026-01-01T00:00:00", reply.string("completed_at"));
    assertEquals("null", reply.string("error_message"));
  }

  @Test
  void pipelineParamsHoldWholeNumbersBigNumbersAndNulls() throws IOException {
    datalab.nextJob(Job.completing().after(0));

    Map<?, ?> params =
        (Map<?, ?>)
            Objects.requireNonNull(client.status(client.accepted()).json().get("pipeline_params"));

    assertEquals(7000L, params.get("max_pages"));
    assertEquals(9_007_199_254_740_993L, params.get("seed"));
    assertEquals(new BigInteger("123456789012345678901234567890"), params.get("digest"));
    assertNull(params.get("note"));
    assertEquals(true, params.containsKey("note"));
  }

  @Test
  void failedHasTheErrorMessageAndNoIds() throws IOException {
    datalab.nextJob(Job.failing("The examples contradict each other").after(0));

    Client.Reply reply = client.status(client.accepted());

    assertEquals("failed", reply.string("status"));
    assertEquals("false", reply.string("success"));
    assertEquals("The examples contradict each other", reply.string("error_message"));
    assertEquals("null", reply.string("processor_id"));
    assertEquals("null", reply.string("pipeline_id"));
  }

  @Test
  void completeWithoutSuccessIsAFailure() throws IOException {
    datalab.nextJob(Job.unsuccessful("Out of pages").after(0));

    Client.Reply reply = client.status(client.accepted());

    assertEquals("complete", reply.string("status"));
    assertEquals("false", reply.string("success"));
    assertEquals("Out of pages", reply.string("error_message"));
  }

  @Test
  void wordsComeOneAnAnswerAndTheLastAgainAndAgain() throws IOException {
    datalab.nextJob(Job.words("queued", "thinking", "completed"));
    String key = client.accepted();

    assertEquals(Arrays.asList("queued", "thinking", "completed", "completed"), words(key, 4));
  }

  @Test
  void aLastWordThatIsNoEndNeverEnds() throws IOException {
    datalab.nextJob(Job.words("queued", "archiving"));
    String key = client.accepted();

    assertEquals(Arrays.asList("queued", "archiving", "archiving"), words(key, 3));
    assertEquals("null", client.status(key).string("success"));
  }

  @Test
  void aNeverEndingJobIsProcessingForEver() throws IOException {
    datalab.nextJob(Job.neverEnding());
    String key = client.accepted();

    assertEquals(Arrays.asList("processing", "processing", "processing"), words(key, 3));
  }

  @Test
  void unknownFieldsAreAddedAndKnownOnesReplaced() throws IOException {
    datalab.nextJob(Job.completing().field("eta_seconds", 40).field("sent_at", "yesterday"));

    Client.Reply reply = client.status(client.accepted());

    assertEquals("40", reply.string("eta_seconds"));
    assertEquals("yesterday", reply.string("sent_at"));
  }

  @Test
  void anEndingWordCanBeAnother() throws IOException {
    datalab.nextJob(Job.completing().after(0).ending("complete"));

    Client.Reply reply = client.status(client.accepted());

    assertEquals("complete", reply.string("status"));
    assertEquals("true", reply.string("success"));
  }

  private List<String> words(String key, int count) throws IOException {
    String[] words = new String[count];
    for (int i = 0; i < count; i++) {
      words[i] = client.status(key).string("status");
    }
    return Arrays.asList(words);
  }
}
