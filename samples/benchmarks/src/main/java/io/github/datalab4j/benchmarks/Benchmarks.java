package io.github.datalab4j.benchmarks;

import io.github.datalab4j.benchmarks.build.BuildSuite;
import io.github.datalab4j.benchmarks.call.AllocationSuite;
import io.github.datalab4j.benchmarks.call.CancelSuite;
import io.github.datalab4j.benchmarks.call.TickSuite;
import io.github.datalab4j.benchmarks.call.UploadSuite;
import io.github.datalab4j.benchmarks.json.JsonSuite;
import io.github.datalab4j.benchmarks.load.LoadSuite;
import io.github.datalab4j.benchmarks.load.PendingSuite;
import io.github.datalab4j.benchmarks.load.PolicySuite;
import io.github.datalab4j.benchmarks.report.Page;
import io.github.datalab4j.benchmarks.report.Results;
import io.github.datalab4j.benchmarks.size.SizeSuite;
import io.github.datalab4j.benchmarks.start.StartSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs what measures, and writes the page. */
@Command(
    name = "benchmarks",
    description = "Measures the library beside its peers, and writes the page of results.",
    mixinStandardHelpOptions = true,
    subcommands = CommandLine.HelpCommand.class)
public final class Benchmarks {
  /** Everything that is measured, in the order of the page. */
  public static final List<Suite> SUITES =
      List.of(
          JsonSuite.decode(),
          JsonSuite.encode(),
          new TickSuite(),
          new AllocationSuite(),
          new CancelSuite(),
          new UploadSuite(),
          new StartSuite(),
          new PendingSuite(),
          new LoadSuite(),
          new PolicySuite(),
          new SizeSuite(),
          new BuildSuite());

  private static final String JAR = "samples/benchmarks/target/benchmarks.jar";

  @Option(
      names = "--module",
      description = "The folder of this module; ${DEFAULT-VALUE} by default.",
      defaultValue = "samples/benchmarks",
      scope = CommandLine.ScopeType.INHERIT)
  private Path module = Path.of("");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli does
  private CommandSpec spec;

  private Benchmarks() {}

  /** The program; see its {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Benchmarks()).execute(arguments));
  }

  /** Measures by the suites that are named, each into its file of results. */
  @Command(name = "run", description = "Measures; without a name, everything.")
  int run(@Parameters(paramLabel = "NAME", arity = "0..*") List<String> names) throws Exception {
    List<String> known = SUITES.stream().map(Suite::name).toList();
    if (names != null && !known.containsAll(names)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "Each name must be one of " + known + ", but they are " + names + ".");
    }
    for (Suite suite : SUITES) {
      if (names == null || names.contains(suite.name())) {
        String command = "java -jar " + JAR + " run " + suite.name();
        Measured measured = Measured.now(module);
        new Results(Machine.here(), measured, command, suite.measure(false))
            .write(module.resolve("results").resolve(suite.name() + ".json"));
      }
    }
    return report();
  }

  /** Writes the page from the files of results. */
  @Command(name = "report", description = "Writes the page from the results.")
  int report() throws IOException {
    Path page = module.resolve("README.md");
    Page written = new Page(module.resolve("results"), SUITES);
    Files.writeString(page, written.updated(Files.readString(page)));
    written.draw();
    return 0;
  }
}
