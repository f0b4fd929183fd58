package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.datalab4j.DatalabException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** The streams of one run, and what is written to them. */
final class Console {
  private final Surroundings surroundings;
  private final boolean json;
  private final boolean verbose;
  private final Lines out;
  private final Lines err;
  private final HumanOutput people;
  private final Output output;

  /** Looks for {@code --json} itself: what is wrong with the arguments is an event, too. */
  Console(Surroundings surroundings, List<String> arguments) {
    this.surroundings = surroundings;
    json = arguments.contains("--json");
    verbose = arguments.contains("--verbose");
    out = new Lines(surroundings.out());
    err = new Lines(surroundings.err());
    mask(surroundings.environment().getOrDefault(ApiKeys.VARIABLE, ""));
    people = new HumanOutput(err, json ? null : out, progress(), surroundings.command(), verbose);
    output = json ? new BothOutputs(new JsonOutput(out), people) : people;
  }

  private Progress progress() {
    Terminal terminal = surroundings.terminal();
    // Events and a moving line on one screen would be a mess.
    boolean drawn = terminal.err() && !(json && terminal.out());
    return drawn ? new ProgressLine(surroundings.err(), terminal) : Progress.NONE;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Output output() {
    return output;
  }

  /** Nobody need be told how to go on with the job. */
  void withoutResuming() {
    people.withoutResuming();
  }

  /** From now on this text is masked wherever it would be written. */
  void mask(String key) {
    out.mask(key);
    err.mask(key);
  }

  PrintWriter outWriter() {
    return new PrintWriter(surroundings.out(), true, US_ASCII); // help is plain
  }

  Ansi ansi() {
    return surroundings.terminal().out() ? Ansi.AUTO : Ansi.OFF;
  }

  int fail(Failure failure) {
    output.failure(failure);
    return failure.exitCode().number();
  }

  int fail(Throwable error) {
    int exitCode = fail(Failures.of(error));
    explain(error);
    return exitCode;
  }

  /** An error that no command waits for. */
  void unforeseen(Throwable error) {
    err.print("datalab: " + Failures.of(error).message());
    explain(error);
  }

  /** What lies behind the message; where nobody foresaw the error, also where it happened. */
  private void explain(Throwable error) {
    if (!verbose) {
      return;
    }
    if (error instanceof DatalabException || error instanceof UsageException) {
      for (Throwable cause = error; cause != null; cause = cause.getCause()) {
        err.print("  " + cause);
      }
    } else {
      StringWriter trace = new StringWriter();
      error.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(err::print);
    }
  }
}
