package io.github.datalab4j.quickstart;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;

/** The program itself: without a command it runs the demo. */
@Command(
    name = "datalab",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    customSynopsis = {"datalab [OPTIONS]", "       datalab COMMAND [OPTIONS]"},
    sortOptions = false,
    description = {
      "Sends feedback and example documents for a custom processor of Datalab,"
          + " watches the new version being generated, and prints its ids.",
      "",
      "Without a command and without a key it runs a demo against a simulated service on this"
          + " machine."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  datalab",
      "  datalab iterate cp_12345 --request \"Keep footnotes with their tables\" \\",
      "    --file report.pdf --page \"report.pdf:3=Skip the stamp\"",
      "  datalab resume dl4j1.aHR0cHM6Ly93d3c...",
      "  datalab status dl4j1.aHR0cHM6Ly93d3c... --json"
    })
final class DatalabCommand implements Callable<Integer> {
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin WatchOptions watch = new WatchOptions();

  private final Console console;

  DatalabCommand(Console console) {
    this.console = console;
  }

  /** Runs the program and returns its exit code. Throws nothing. */
  static int run(Console console, String... arguments) {
    return console
        .surroundings()
        .interrupts()
        .whileRunning(
            () -> {
              try {
                return commandLine(console).execute(arguments);
              } catch (Throwable e) { // also out of memory, a class that is missing
                return console.fail(e);
              } finally {
                console.output().end();
              }
            });
  }

  static CommandLine commandLine(Console console) {
    DatalabCommand datalab = new DatalabCommand(console);
    CommandLine line =
        new CommandLine(datalab)
            .addSubcommand(new IterateCommand(console, datalab))
            .addSubcommand(new ResumeCommand(console, datalab))
            .addSubcommand(new StatusCommand(console, datalab))
            .setExpandAtFiles(false) // @FILE is for --file-instructions to read
            .setOut(console.outWriter())
            .setColorScheme(Help.defaultColorScheme(console.ansi()))
            .setHelpFactory(SpacedHelp::new)
            .setParameterExceptionHandler((error, typed) -> console.fail(Misuse.of(error)))
            .setExecutionExceptionHandler((error, command, result) -> console.fail(error));
    explain(line);
    line.getSubcommands().values().forEach(DatalabCommand::explain);
    return line;
  }

  private static void explain(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.meanings());
  }

  @Override
  public Integer call() {
    if (common.baseUrl != null) {
      throw new UsageException(
          "--base-url needs a command: iterate, resume or status. See 'datalab --help'.");
    }
    if (ApiKeys.find(common.apiKeyFile, console.surroundings().environment()) != null) {
      throw new UsageException(
          "There is a key, so this is not the demo: say iterate, resume or status. See 'datalab"
              + " --help'; or unset DATALAB_API_KEY for the demo.");
    }
    return new Demo(console).run(watch);
  }
}
