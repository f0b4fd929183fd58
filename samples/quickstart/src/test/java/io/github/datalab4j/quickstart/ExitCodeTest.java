package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.quickstart.Program.Outcome;
import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import org.junit.jupiter.api.Test;

class ExitCodeTest extends RunTest {
  @Test
  void zeroWhenTheJobHasCompleted() {
    assertEquals(0, iterate().exitCode());
  }

  @Test
  void oneWhenTheJobHasFailed() {
    simulator.nextJob(Job.failing("No tables found"));
    assertEnd(1, "No tables found", iterate());
  }

  @Test
  void oneWhenTheJobCompletedWithoutSuccess() {
    simulator.nextJob(Job.unsuccessful("No tables found"));
    assertEnd(1, "No tables found", iterate());
  }

  @Test
  void threeForAWrongKey() {
    program.environment.put("DATALAB_API_KEY", "another-key-42");
    assertEnd(3, "See DATALAB_API_KEY and --api-key-file.", iterate());
  }

  @Test
  void threeForAnUnknownProcessor() {
    Outcome outcome = program.run("iterate", "cp_99999", "--request", "Better");
    assertEnd(3, "Check the processor's id", outcome);
  }

  @Test
  void threeForAnUnreachableHost() {
    simulator.refuseConnections();
    assertEnd(3, "Check --base-url and the network.", program.run("status", "some-key"));
  }

  @Test
  void threeAtTheFirstTryToSendToAnUnreachableHost() {
    simulator.refuseConnections();
    Outcome outcome = iterate("--json");
    assertEnd(3, "Check --base-url and the network.", outcome);
    assertEquals("not_sent", outcome.lastEvent().get("kind"));
    assertEquals(1, outcome.events("error").size());
  }

  @Test
  void zeroAfterTheWaitThatTheServiceAskedFor() {
    simulator.fault(
        On.ITERATE.call(1),
        Fault.answer(Answer.detail(429, "Slow down").header("Retry-After", "1")));
    Outcome outcome = iterate();
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains("No answer, asking again: "), outcome.err());
    assertEquals(1, simulator.iterations().stream().filter(sent -> sent.isAccepted()).count());
  }

  @Test
  void threeForAHostWithoutAnAddress() {
    assertEnd(
        3, "--base-url", program.run("status", "key", "--base-url", "https://nowhere.invalid"));
  }

  @Test
  void threeForAnUnknownJob() {
    assertEnd(3, "", program.run("resume", "unknown-key"));
    assertEnd(3, "", Program.on(simulator).run("status", "unknown-key"));
  }

  @Test
  void threeWhenTheServiceRefusesTheRequest() {
    simulator.nextJob(Job.refused("Too many pages"));
    assertEnd(3, "Too many pages", iterate());
  }

  @Test
  void threeWithEveryItemOfAValidationErrorOnOneLine() {
    simulator.fault(
        On.ITERATE,
        Fault.answer(
            Answer.status(422)
                .body(
                    "{\"detail\":[{\"loc\":[\"body\",\"files\",0],\"msg\":\"Field\\nrequired\",\"type\":\"missing\"},"
                        + "{\"loc\":[\"body\"],\"msg\":\"Other\",\"type\":\"x\"}]}")));
    assertEnd(3, "body.files.0: Field required; body: Other", iterate());
  }

  @Test
  void threeWhenTheAnswerIsNoJson() {
    simulator.fault(On.STATUS, Fault.answer(Answer.status(200).body("no json")));
    assertEnd(3, "", program.run("status", simulator.startJob("cp_12345", Job.completing())));
  }

  @Test
  void threeWhenTheSubmissionMayHaveBeenAccepted() {
    simulator.fault(On.ITERATE, Fault.status(502));
    Outcome outcome = iterate("--json");
    assertEnd(3, "", outcome);
    assertEquals("submission_unknown", outcome.lastEvent().get("kind"));
  }

  @Test
  void fourWhenTheDeadlineHasPassed() {
    simulator.nextJob(Job.neverEnding());
    Outcome outcome = iterate("--deadline", "50ms");
    assertEquals(4, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains("datalab resume dl4j1."), outcome.err());
  }

  @Test
  void aDeadlineIsFollowedByASuccessfulResume() {
    simulator.nextJob(Job.completing().afterMillis(300));
    Outcome outcome = iterate("--deadline", "20ms", "--json");
    assertEquals(4, outcome.exitCode(), outcome.err());
    String token = (String) outcome.lastEvent().get("token");
    Outcome resumed = Program.on(simulator).run("resume", token, "--poll", "fixed:5ms");
    assertEquals(0, resumed.exitCode(), resumed.err());
    assertEquals(1, simulator.requests(On.ITERATE).size());
  }

  private static void assertEnd(int exitCode, String part, Outcome outcome) {
    assertEquals(exitCode, outcome.exitCode(), outcome.err());
    String last =
        outcome.errLines().stream()
            .filter(line -> line.startsWith("datalab: "))
            .findFirst()
            .orElse("nothing");
    assertTrue(last.contains(part), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }
}
