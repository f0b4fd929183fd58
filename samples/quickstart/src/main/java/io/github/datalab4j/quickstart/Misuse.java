package io.github.datalab4j.quickstart;

import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments, and where to read on. */
final class Misuse {
  private Misuse() {}

  static Failure of(ParameterException error) {
    String message = String.valueOf(error.getMessage());
    String end = message.endsWith(".") ? "" : ".";
    String command = error.getCommandLine().getCommandSpec().qualifiedName();
    return new Failure(
        ExitCode.USAGE,
        "usage",
        message + end + suggestion(error) + " See '" + command + " --help'.",
        null);
  }

  private static String suggestion(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }
    return "";
  }
}
