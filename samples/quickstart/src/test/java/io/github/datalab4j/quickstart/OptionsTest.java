package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.quickstart.Program.Outcome;
import io.github.datalab4j.simulator.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest extends RunTest {
  @Test
  void theKeyMayComeFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), Program.KEY + "\n");
    program.environment.remove("DATALAB_API_KEY");
    assertEquals(0, iterate("--api-key-file", file.toString()).exitCode());
  }

  @Test
  void theAddressOfTheOptionGoesBeforeTheEnvironments() {
    program.environment.put("DATALAB_BASE_URL", "https://nowhere.invalid");
    assertEquals(0, iterate("--base-url", simulator.url()).exitCode());
  }

  @Test
  void commonOptionsMayStandBeforeTheCommand() {
    String key = simulator.startJob("cp_12345", Job.completing().after(0));
    Outcome outcome = program.run("--json", "--base-url", simulator.url(), "status", key);
    assertEquals("result", outcome.lastEvent().get("event"));
  }

  @Test
  void watchOptionsBeforeTheCommandCountToo() {
    simulator.nextJob(Job.neverEnding());
    Outcome outcome =
        program.run(
            "--deadline", "30ms", "--poll", "fixed:5ms", "iterate", "cp_12345", "--request", "x");
    assertEquals(4, outcome.exitCode(), outcome.err());
  }

  @Test
  void watchOptionsAfterTheCommandGoFirst() {
    Outcome outcome =
        program.run(
            "--deadline",
            "1ms",
            "iterate",
            "cp_12345",
            "--request",
            "x",
            "--deadline",
            "1m",
            "--poll",
            "exponential:5ms");
    assertEquals(0, outcome.exitCode(), outcome.err());
  }

  @Test
  void aLookupKeyResumesLikeAToken() {
    String key = simulator.startJob("cp_12345", Job.completing());
    assertEquals(0, program.run("resume", key, "--poll", "fixed:5ms").exitCode());
  }

  @Test
  void aResumedJobIsNotAcceptedAnew() {
    String key = simulator.startJob("cp_12345", Job.completing());
    Outcome outcome = program.run("resume", key, "--poll", "fixed:5ms", "--json");
    assertEquals("status", outcome.events().get(0).get("event"));
    assertEquals("Status: processing", outcome.errLines().get(0));
  }

  @Test
  void statusAsksOnceByKey() {
    String key = simulator.startJob("cp_12345", Job.neverEnding());
    Outcome outcome = program.run("status", key);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals("Status: processing", outcome.errLines().get(0));
    assertEquals(1, simulator.requests().size());
  }

  @Test
  void statusAsksOnceByToken() {
    simulator.nextJob(Job.neverEnding());
    String token = (String) iterate("--json", "--deadline", "20ms").lastEvent().get("token");
    simulator.forgetRequests();
    Outcome outcome = Program.on(simulator).run("status", token, "--json");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals("processing", outcome.lastEvent().get("status"));
    assertEquals(1, simulator.requests().size());
  }

  @Test
  void statusOfACompletedJobIsItsResult() {
    String key = simulator.startJob("cp_12345", Job.completing().after(0));
    Outcome outcome = program.run("status", key);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals("processor_id cp_12345", outcome.outLines().get(0));
  }

  @Test
  void statusOfAFailedJobIsCodeOne() {
    String key = simulator.startJob("cp_12345", Job.failing("No tables found").after(0));
    Outcome outcome = program.run("status", key);
    assertEquals(1, outcome.exitCode());
    assertTrue(outcome.err().contains("No tables found"), outcome.err());
  }
}
