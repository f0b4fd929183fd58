package io.github.datalab4j.shrink;

import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.ManualTime;
import io.github.datalab4j.simulator.On;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The same story for every build of {@link Headless}: all that is random or clock is fixed. */
final class Scenario {
  private static final String KEY = "test-key";
  private static final String REFUSAL =
      "{\"detail\": [{\"type\": \"missing\", \"loc\": [\"body\", \"files\", 1],"
          + " \"msg\": \"Field required\", \"input\": null, \"ctx\": {\"limit\": 3}}]}";

  private Scenario() {}

  static List<String> output(List<Path> classPath) throws IOException, InterruptedException {
    try (DatalabSimulator datalab =
        DatalabSimulator.builder()
            .apiKey(KEY)
            .processor("cp_12345")
            .time(new ManualTime())
            .random(new Random(5))
            .start()) {
      datalab.nextJob(Job.completing().after(2));
      datalab.nextJob(Job.failing("The examples contradict each other"));
      datalab.fault(On.STATUS.call(2), Fault.status(503));
      datalab.fault(On.ITERATE.call(3), Fault.answer(Answer.status(422).body(REFUSAL)));
      List<String> printed =
          JavaProgram.run(classPath, Headless.class.getName(), Arrays.asList(datalab.url(), KEY));
      printed.replaceAll(line -> line.replace(datalab.url(), "http://simulator"));
      printed.add("files of the first: " + datalab.iterations().get(0).files());
      printed.add("instructions: " + datalab.iterations().get(0).fileInstructions());
      printed.add("iterations: " + datalab.iterations().size());
      return printed;
    }
  }
}
