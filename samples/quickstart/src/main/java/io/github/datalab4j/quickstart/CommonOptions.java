package io.github.datalab4j.quickstart;

import java.nio.file.Path;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** Options that stand before or after the command's name. */
final class CommonOptions {
  @Option(
      names = "--api-key-file",
      order = 21,
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "File that holds the API key and nothing else. Else DATALAB_API_KEY is used.")
  @Nullable Path apiKeyFile;

  @Option(
      names = "--base-url",
      order = 22,
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Address of the service. Else DATALAB_BASE_URL, else the public service.")
  @Nullable String baseUrl;

  @Option(
      names = "--json",
      order = 23,
      scope = ScopeType.INHERIT,
      description = "Write events to standard output, one JSON object a line.")
  boolean json;

  @Option(
      names = "--verbose",
      order = 24,
      scope = ScopeType.INHERIT,
      description = "Tell about every poll, and more about errors. Never shows the key.")
  boolean verbose;

  @Option(
      names = {"--api-key", "--apikey", "--key"},
      hidden = true,
      arity = "0..1",
      scope = ScopeType.INHERIT,
      parameterConsumer = Refusal.class)
  @Nullable String refusedKey;

  /** Refuses the option before its value is kept or shown anywhere. */
  static final class Refusal implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's signature
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
      arguments.clear();
      throw new ParameterException(
          command.commandLine(),
          "The key is not taken as an argument, where other users of this machine and the shell's"
              + " history would see it: set DATALAB_API_KEY or use --api-key-file.");
    }
  }
}
