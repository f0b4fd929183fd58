package io.github.datalab4j.upgrade;

import io.github.datalab4j.generator.document.UnreadableDocumentException;
import io.github.datalab4j.upgrade.project.ProjectException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code upgrade.jar}. */
@Command(
    name = "upgrade",
    description = "Follows the API document: previews what a new one changes, and adopts it.",
    subcommands = {PreviewCommand.class, AdoptCommand.class},
    exitCodeOnInvalidInput = 1,
    exitCodeOnExecutionException = 1)
public final class UpgradeMain implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli looks at it
  private boolean help;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  public UpgradeMain() {}

  /** Runs the program, and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new UpgradeMain());
    commandLine.setExecutionExceptionHandler(
        (error, command, parsed) -> {
          boolean expected =
              error instanceof UnreadableDocumentException || error instanceof ProjectException;
          command.getErr().println("error: " + (expected ? error.getMessage() : error));
          if (!expected) {
            error.printStackTrace(command.getErr());
          }
          return 1;
        });
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: preview or adopt.");
  }
}
