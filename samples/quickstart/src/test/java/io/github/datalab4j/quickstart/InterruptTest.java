package io.github.datalab4j.quickstart;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.quickstart.Program.Outcome;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import io.github.datalab4j.simulator.Phase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InterruptTest extends RunTest {
  @Test
  void whileTheJobRunsTheTokenIsPrintedOnce() throws Exception {
    simulator.nextJob(Job.neverEnding());
    CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(() -> iterate("--json"));
    simulator.awaitRequest(On.STATUS.call(2), 20, SECONDS);
    program.interrupts.interrupt();
    Outcome outcome = run.get(20, SECONDS);
    assertEquals(130, outcome.exitCode());
    assertEquals("interrupted", outcome.lastEvent().get("kind"));
    assertTrue(((String) outcome.lastEvent().get("token")).startsWith("dl4j1."));
    String story = outcome.err().substring(outcome.err().indexOf("datalab: Interrupted"));
    assertEquals(
        1, story.lines().filter(line -> line.startsWith("  datalab resume dl4j1.")).count());
  }

  @Test
  void nothingIsLeftRunning() throws Exception {
    simulator.nextJob(Job.neverEnding());
    CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(() -> iterate());
    simulator.awaitRequest(On.STATUS.call(2), 20, SECONDS);
    program.interrupts.interrupt();
    run.get(20, SECONDS);
    assertTrue(simulator.awaitOpenConnections(0, 20, SECONDS));
  }

  @Test
  void duringTheUploadNoJobIsMade() throws Exception {
    Files.write(report, new byte[40_000_000]);
    simulator.fault(On.ITERATE, Fault.stall().at(Phase.REQUEST_BODY));
    CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(() -> iterate());
    simulator.awaitRequest(On.ITERATE, 20, SECONDS);
    program.interrupts.interrupt();
    Outcome outcome = run.get(20, SECONDS);
    assertEquals(130, outcome.exitCode());
    assertTrue(
        outcome.err().contains("before the request was out: no job was made."), outcome.err());
    simulator.release();
    assertTrue(simulator.awaitOpenConnections(0, 20, SECONDS));
    assertEquals(0, simulator.iterations().size());
  }

  @Test
  void theTokenOfARequestThatIsOutIsAwaitedForAMoment() throws Exception {
    simulator.nextJob(Job.neverEnding());
    simulator.fault(On.ITERATE, Fault.stall());
    CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(() -> iterate("--json"));
    simulator.awaitRequest(On.ITERATE, 20, SECONDS);
    program.out.await("\"sent\":(\\d+),\"total\":\\1}");
    program.interrupts.interrupt();
    simulator.release();
    Outcome outcome = run.get(20, SECONDS);
    assertEquals(130, outcome.exitCode());
    assertTrue(((String) outcome.lastEvent().get("token")).startsWith("dl4j1."), outcome.out());
    assertEquals(1, simulator.iterations().size());
  }

  @Test
  void withoutAnAnswerTheJobMayExist() throws Exception {
    simulator.fault(On.ITERATE, Fault.stall());
    CompletableFuture<Outcome> run = CompletableFuture.supplyAsync(() -> iterate());
    assertTrue(simulator.awaitRequest(On.ITERATE, 20, SECONDS).awaitBodyBytes(200, 20, SECONDS));
    program.interrupts.interrupt();
    Outcome outcome = run.get(20, SECONDS);
    assertEquals(130, outcome.exitCode());
    assertTrue(outcome.err().contains("the job may exist"), outcome.err());
    assertEquals(1, simulator.iterations().size());
  }

  @Test
  void aReaderThatGoesIsAnInterruptToo() {
    simulator.nextJob(Job.neverEnding());
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Outcome outcome =
        program.runInto(
            broken, "resume", simulator.startJob("cp_12345", Job.neverEnding()), "--json");
    assertEquals(130, outcome.exitCode());
    assertTrue(outcome.err().contains("Nobody reads the output any more"), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }

  @Test
  void aStatusThatIsAwaitedIsGivenUp() throws Exception {
    String key = simulator.startJob("cp_12345", Job.neverEnding());
    simulator.fault(On.STATUS, Fault.stall());
    CompletableFuture<Outcome> run =
        CompletableFuture.supplyAsync(() -> program.run("status", key));
    simulator.awaitRequest(On.STATUS, 20, SECONDS);
    program.interrupts.interrupt();
    assertEquals(130, run.get(20, SECONDS).exitCode());
  }
}
