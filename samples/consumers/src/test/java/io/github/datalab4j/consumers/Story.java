package io.github.datalab4j.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.util.List;

/** What the program of the build {@code plain} lives through, wherever it runs. */
final class Story {
  private static final String KEY = "test-key";
  private static final String REFUSAL =
      "{\"detail\": [{\"type\": \"missing\", \"loc\": [\"body\", \"files\", 1],"
          + " \"msg\": \"Field required\"}]}";

  /** Runs a program with these arguments; what it printed. */
  interface Run {
    String with(List<String> arguments) throws Exception;
  }

  private Story() {}

  static void of(Run run) throws Exception {
    try (DatalabSimulator datalab =
        DatalabSimulator.builder().apiKey(KEY).processor("cp_12345").start()) {
      datalab.nextJob(Job.completing().after(2));
      datalab.nextJob(Job.failing("The examples contradict each other"));
      datalab.fault(On.STATUS.call(2), Fault.status(503));
      datalab.fault(On.ITERATE.call(3), Fault.answer(Answer.status(422).body(REFUSAL)));

      String printed = run.with(List.of(datalab.url(), KEY));

      assertEquals(
          List.of(
              "statuses [processing, processing, completed]",
              "failed: failed",
              "refused: 422 body.files.1: Field required",
              "resumed cp_12345"),
          printed.lines().toList());
      assertEquals(4, datalab.requests(On.ITERATE).size());
      assertEquals(2, datalab.iterations().get(0).files().size());
    }
  }
}
