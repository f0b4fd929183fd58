package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.datalab4j.quickstart.Program.Outcome;
import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import org.junit.jupiter.api.Test;

/** Not even when the service sends it back, and not even with --verbose. */
class KeyNeverShownTest extends RunTest {
  @Test
  void inAnErrorThatEchoesIt() {
    simulator.fault(
        On.ITERATE, Fault.answer(Answer.detail(403, "The key " + Program.KEY + " is unknown")));
    assertNotShown(iterate("--verbose"));
    assertNotShown(iterate("--verbose", "--json"));
  }

  @Test
  void inAStatusThatEchoesIt() {
    simulator.everyJob(Job.words(Program.KEY, "completed").pipelineId(Program.KEY));
    assertNotShown(iterate("--verbose"));
    assertNotShown(iterate("--verbose", "--json"));
  }

  @Test
  void inTheLineThatMoves() {
    program.terminal = new Terminal(true, true, 80, true);
    simulator.everyJob(Job.words(Program.KEY, "completed"));
    assertNotShown(iterate());
  }

  @Test
  void inAnAnswerThatIsNotUnderstood() {
    simulator.fault(On.STATUS, Fault.answer(Answer.status(200).body("<" + Program.KEY + ">")));
    String key = simulator.startJob("cp_12345", Job.completing());
    assertNotShown(program.run("status", key, "--verbose"));
    assertNotShown(program.run("status", key, "--verbose", "--json"));
  }

  @Test
  void amongTheArgumentsOfAnotherMistake() {
    assertNotShown(program.run("status", "key", Program.KEY));
  }

  private static void assertNotShown(Outcome outcome) {
    assertFalse(outcome.err().contains(Program.KEY), outcome.err());
    assertFalse(outcome.out().contains(Program.KEY), outcome.out());
  }
}
