package io.github.datalab4j.quickstart;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.datalab4j.Document;
import io.github.datalab4j.FileInstructions;
import io.github.datalab4j.Iteration;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Job;

/** The main job on example documents, against a simulated service in this process. */
final class Demo {
  private static final String KEY = "key-of-the-simulation";
  private static final long JOB_SECONDS = 6;

  private final Console console;

  Demo(Console console) {
    this.console = console;
  }

  int run(WatchOptions watch) {
    console.withoutResuming(); // the job ends with the simulation
    Iteration iteration = Example.iteration();
    try (DatalabSimulator simulator = DatalabSimulator.builder().apiKey(KEY).start()) {
      simulator.processor(Example.PROCESSOR_ID);
      simulator.nextJob(Job.completing().after(JOB_SECONDS, SECONDS));
      console.output().note(before(simulator.url()));
      console.output().note(described(iteration));
      int exitCode = watched(simulator, iteration, watch);
      if (exitCode == ExitCode.COMPLETED.number()) {
        console.output().note(after());
      }
      return exitCode;
    }
  }

  private int watched(DatalabSimulator simulator, Iteration iteration, WatchOptions watch) {
    try (Connection connection = Connection.open(console, KEY, simulator.url(), watch.policy())) {
      return JobWatch.submit(
          console, connection, connection.processors().iterate(Example.PROCESSOR_ID, iteration));
    }
  }

  private static String described(Iteration iteration) {
    StringBuilder text = new StringBuilder();
    text.append("\nProcessor ").append(Example.PROCESSOR_ID).append('\n');
    text.append("Request   ").append(iteration.request()).append('\n');
    for (Document file : iteration.files()) {
      text.append("File      ").append(file.name()).append('\n');
      FileInstructions instructions = iteration.instructions().get(file.name());
      if (instructions != null) {
        text.append("          ").append(instructions.general()).append('\n');
        for (FileInstructions.Page page : instructions.pages()) {
          text.append("          page ").append(page.number()).append(": ");
          text.append(page.instructions()).append('\n');
        }
      }
    }
    return text.append('\n').toString();
  }

  private static String before(String url) {
    return """
        This is a SIMULATION: there is no API key, so a simulated Datalab inside this
        program (%s) plays the service. Nothing leaves this machine.
        """
        .formatted(url);
  }

  private String after() {
    return """

        That was a simulation: the ids above name nothing. On the real service:

          export DATALAB_API_KEY=...       # the key of your Datalab account
          %1$s iterate cp_12345 \\
            --request "What to do better" --file report.pdf \\
            --instruct "report.pdf=A scan" --page "report.pdf:3=Skip the stamp"

        All the rest: %1$s --help
        """
        .formatted(console.surroundings().command());
  }
}
