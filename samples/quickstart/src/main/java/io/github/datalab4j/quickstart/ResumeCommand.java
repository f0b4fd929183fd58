package io.github.datalab4j.quickstart;

import io.github.datalab4j.CustomProcessors;
import io.github.datalab4j.GenerationJob;
import io.github.datalab4j.PollPolicy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Watches a job that was accepted before; sends nothing again. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    customSynopsis = "datalab resume TOKEN|KEY [OPTIONS]",
    sortOptions = false,
    description = "Watches a job that was accepted before, to its end. Sends nothing again.")
final class ResumeCommand implements Callable<Integer> {
  static final String TOKEN_OR_KEY =
      "The token that iterate printed (it begins with dl4j), or the lookup key, which is the last"
          + " part of the service's check URL.";

  @Parameters(paramLabel = "TOKEN|KEY", description = TOKEN_OR_KEY)
  String job = "";

  @Mixin WatchOptions watch = new WatchOptions();

  private final Console console;
  private final DatalabCommand datalab;

  ResumeCommand(Console console, DatalabCommand datalab) {
    this.console = console;
    this.datalab = datalab;
  }

  @Override
  public Integer call() {
    PollPolicy policy = watch.or(datalab.watch).policy();
    try (Connection connection = Connection.open(console, datalab.common, policy)) {
      CustomProcessors processors = connection.processors();
      GenerationJob watched =
          Usage.check(
              () -> CustomProcessors.isToken(job) ? processors.resume(job) : processors.job(job));
      return JobWatch.resume(console, connection, watched);
    }
  }
}
