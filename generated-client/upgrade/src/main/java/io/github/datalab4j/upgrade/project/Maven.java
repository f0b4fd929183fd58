package io.github.datalab4j.upgrade.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs Maven. */
public final class Maven {
  private final String program;
  private final List<String> options;
  private final Path logs;

  /**
   * A Maven that was tried out.
   *
   * @param program its path, or a name that is looked for on the path
   * @param options what it is given at every run
   * @param logs the folder for what it says
   */
  public Maven(String program, List<String> options, Path logs) throws ProjectException {
    this.program = program;
    this.options = List.copyOf(options);
    this.logs = logs;
    try {
      Commands.output(Path.of("").toAbsolutePath(), program, "--version");
    } catch (IOException e) {
      throw new ProjectException(
          "Cannot run Maven as \""
              + program
              + "\". Install Maven 3.8 or later and JDK 17, name it by --maven, or give"
              + " --no-build.",
          e);
    }
  }

  /** Runs it in a project, to the end. */
  BuildStep run(Project project, String name, String... arguments) throws ProjectException {
    List<String> command = new ArrayList<>(List.of(program, "-B", "-ntp"));
    command.addAll(options);
    command.addAll(Arrays.asList(arguments));
    Path log =
        logs.resolve(name.toLowerCase(java.util.Locale.ROOT).replaceAll("\\W+", "-") + ".log");
    long start = System.nanoTime();
    try {
      Files.createDirectories(logs);
      Process process =
          new ProcessBuilder(command)
              .directory(project.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      boolean passed = Commands.waitFor(process) == 0;
      Duration duration = Duration.ofNanos(System.nanoTime() - start);
      BuildLog said = BuildLog.read(log, project.root());
      return new BuildStep(
          name,
          String.join(" ", command),
          passed,
          duration,
          TestReports.count(project.root(), said.modules()),
          passed ? List.of() : said.failures());
    } catch (IOException e) {
      throw new ProjectException("Cannot run " + String.join(" ", command) + ": " + e, e);
    }
  }
}
