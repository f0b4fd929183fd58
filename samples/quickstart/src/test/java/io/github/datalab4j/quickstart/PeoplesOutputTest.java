package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.quickstart.Program.Outcome;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeoplesOutputTest extends RunTest {
  @Test
  void theResultAloneGoesToStandardOutput() {
    simulator.nextJob(Job.completing().pipelineId("pl_67890"));
    assertEquals(List.of("processor_id cp_12345", "pipeline_id pl_67890"), iterate().outLines());
  }

  @Test
  void theStoryGoesToStandardError() {
    simulator.nextJob(Job.words("processing", "processing", "checking", "completed").runtime(7.4));
    List<String> story = iterate().errLines();
    assertTrue(story.get(0).startsWith("Uploading "), "" + story);
    assertTrue(story.get(1).startsWith("Accepted. "), "" + story);
    assertTrue(story.get(2).startsWith("  datalab resume dl4j1."), "" + story);
    assertEquals(
        List.of("Status: processing", "Status: checking", "Status: completed", "Completed in 7 s."),
        story.subList(3, story.size()));
  }

  @Test
  void verboseTellsOfEveryAnswer() {
    simulator.nextJob(Job.words("processing", "processing", "completed"));
    List<String> story = iterate("--verbose").errLines();
    assertTrue(story.contains("Status: processing (answer 1)"), "" + story);
    assertTrue(story.contains("Status: processing (answer 2)"), "" + story);
  }

  @Test
  void verboseTellsWhatLiesBehindAnErrorWithoutATrace() {
    simulator.refuseConnections();
    String err = iterate("--verbose").err();
    assertTrue(err.contains("  java.net.ConnectException: "), err);
    assertFalse(err.contains("\tat ") || err.contains(" at io.github"), err);
  }

  @Test
  void anUnforeseenErrorIsOneLine() {
    Console console = new Console(program.surroundings(), List.of());
    assertEquals(3, console.fail(new IllegalStateException("oops")));
    assertEquals(
        "datalab: Unforeseen: java.lang.IllegalStateException: oops. Please report this, with the"
            + " output of --verbose.",
        program.err.toString(UTF_8).strip());
  }

  @Test
  void anUnforeseenErrorIsTracedWithVerbose() {
    Console console = new Console(program.surroundings(), List.of("--verbose"));
    console.unforeseen(new IllegalStateException("oops"));
    assertTrue(program.err.toString(UTF_8).contains(" at " + getClass().getName()));
  }

  @Test
  void withoutATerminalNothingIsDrawn() {
    assertFalse(iterate().err().contains("\r"));
    assertFalse(iterate().err().contains("\u001b"));
  }

  @Test
  void onATerminalProgressIsDrawnAndTakenAway() {
    program.terminal = new Terminal(true, true, 80, false);
    String err = iterate().err();
    assertTrue(err.contains("\rUploading 100% ["), err);
    assertTrue(err.contains("processing (1 answer)"), err);
    assertTrue(
        err.replaceAll("\r[^\r\n]*\u001b\\[K", "")
            .lines()
            .noneMatch(line -> line.contains("\u001b")),
        err);
    assertTrue(err.endsWith(System.lineSeparator()), err);
  }

  @Test
  void eventsAndAMovingLineAreNotMixedOnOneScreen() {
    program.terminal = new Terminal(true, true, 80, false);
    assertFalse(iterate("--json").err().contains("\r"));
  }

  @Test
  void eventsInAPipeLeaveTheScreenToProgress() {
    program.terminal = new Terminal(false, true, 80, false);
    assertTrue(iterate("--json").err().contains("\r"));
  }

  @Test
  void aPollWithoutAnAnswerIsTold() {
    simulator.fault(On.STATUS.call(1), Fault.status(503));
    Outcome outcome = iterate();
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains("No answer, asking again: "), outcome.err());
  }

  @Test
  void norByTheLineThatMoves() {
    program.terminal = new Terminal(true, true, 80, false);
    simulator.nextJob(Job.words("\u001b]0;owned\u0007", "completed"));
    assertFalse(iterate().err().contains("\u001b]"));
  }

  @Test
  void controlCharactersOfTheServiceDoNotReachTheTerminal() {
    simulator.nextJob(Job.failing("\u001b]0;owned\u0007 failed"));
    assertFalse(iterate().err().contains("\u001b"));
  }
}
