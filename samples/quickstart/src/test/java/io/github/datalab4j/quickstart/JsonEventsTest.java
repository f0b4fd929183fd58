package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.quickstart.Program.Outcome;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonEventsTest extends RunTest {
  @Test
  void everyLineIsOneOfTheFourEvents() {
    for (Map<?, ?> event : iterate("--json").events()) {
      assertTrue(
          List.of("upload", "status", "result", "error").contains(event.get("event")),
          event.toString());
    }
  }

  @Test
  void theUploadEndsWithAllBytesAndThenTheToken() {
    List<Map<?, ?>> uploads = iterate("--json").events("upload");
    Map<?, ?> accepted = uploads.get(uploads.size() - 1);
    Map<?, ?> full = uploads.get(uploads.size() - 2);
    assertEquals(full.get("total"), full.get("sent"));
    assertEquals(true, accepted.get("accepted"));
    assertTrue(((String) accepted.get("token")).startsWith("dl4j1."));
  }

  @Test
  void aLargeUploadIsOneEventAPercentAtMost() throws IOException {
    Files.write(report, new byte[30_000_000]);
    List<Map<?, ?>> uploads = iterate("--json").events("upload");
    assertTrue(uploads.size() > 50 && uploads.size() <= 102, "" + uploads.size());
  }

  @Test
  void theServicesOwnWordsAreInTheStatus() {
    simulator.nextJob(Job.words("queued", "warming up", "completed"));
    assertEquals(
        List.of("queued", "warming up", "completed"),
        iterate("--json").events("status").stream().map(event -> event.get("status")).toList());
  }

  @Test
  void theResultHasTheIds() {
    simulator.nextJob(
        Job.completing().processorId("cp_12345").pipelineId("pl_67890").runtime(12.5));
    Map<?, ?> result = iterate("--json").lastEvent();
    assertEquals("result", result.get("event"));
    assertEquals("completed", result.get("status"));
    assertEquals("cp_12345", result.get("processor_id"));
    assertEquals("pl_67890", result.get("pipeline_id"));
    assertEquals(12.5, result.get("runtime"));
  }

  @Test
  void numbersOfTheParametersAreKeptToTheLastDigit() {
    Outcome outcome = iterate("--json");
    assertTrue(outcome.out().contains("\"seed\":9007199254740993,"), outcome.out());
    assertTrue(outcome.out().contains("\"digest\":123456789012345678901234567890,"), outcome.out());
  }

  @Test
  void nullsOfTheParametersAreKeptAndOthersLeftOut() {
    List<String> lines = iterate("--json").outLines();
    assertTrue(lines.get(lines.size() - 1).contains("\"note\":null"), "" + lines);
    assertEquals(1, String.join("", lines).split(":null", -1).length - 1);
  }

  @Test
  void aFailedJobIsAnErrorWithItsToken() {
    simulator.nextJob(Job.failing("No tables found"));
    Map<?, ?> error = iterate("--json").lastEvent();
    assertEquals("error", error.get("event"));
    assertEquals("job_failed", error.get("kind"));
    assertTrue(((String) error.get("message")).contains("No tables found"));
    assertTrue(((String) error.get("token")).startsWith("dl4j1."));
  }

  @Test
  void anErrorBeforeAcceptanceHasNoToken() {
    program.environment.put("DATALAB_API_KEY", "another-key-42");
    Map<?, ?> error = iterate("--json").lastEvent();
    assertEquals("request_refused", error.get("kind"));
    assertFalse(error.containsKey("token"));
  }

  @Test
  void peoplesTextGoesToStandardError() {
    Outcome outcome = iterate("--json");
    assertTrue(outcome.err().contains("Completed"), outcome.err());
    assertFalse(outcome.out().contains("Completed in"), outcome.out());
  }

  @Test
  void lineBreaksOfTheServiceStayInsideTheLine() {
    simulator.nextJob(Job.failing("one\ntwo\u2028three"));
    Map<?, ?> error = iterate("--json").lastEvent();
    assertTrue(((String) error.get("message")).contains("one\ntwo\u2028three"));
  }

  @Test
  void badPollsAreNoEvents() {
    simulator.fault(On.STATUS.call(1), Fault.status(503));
    Outcome outcome = iterate("--json");
    assertEquals(0, outcome.exitCode());
    assertNull(outcome.events("status").get(0).get("message"));
    assertTrue(outcome.err().contains("No answer, asking again: "), outcome.err());
  }

  @Test
  void everyLineIsFlushedAtOnce() {
    FlushedLines stream = new FlushedLines();
    Outcome outcome =
        program.runInto(
            stream, "iterate", "cp_12345", "--request", "Better", "--poll", "fixed:5ms", "--json");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(stream.flushed.size() > 3, "" + stream.flushed);
    assertTrue(
        stream.flushed.stream().allMatch(part -> part.matches("\\{.*}\\R")), "" + stream.flushed);
  }

  /** What was written between two flushes. */
  private static final class FlushedLines extends OutputStream {
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final List<String> flushed = new ArrayList<>();

    @Override
    public void write(int b) {
      pending.write(b);
    }

    @Override
    public void flush() {
      if (pending.size() > 0) {
        flushed.add(pending.toString(java.nio.charset.StandardCharsets.UTF_8));
        pending.reset();
      }
    }
  }
}
