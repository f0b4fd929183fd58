package io.github.datalab4j.shrink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A main class, run in a JVM of its own. */
final class JavaProgram {
  private static final long PATIENCE_MINUTES = 10;

  private JavaProgram() {}

  /** What it prints to both outputs. It has to end well. */
  static List<String> run(List<Path> classPath, String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    return run(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        mainClass,
        arguments);
  }

  /** The same for a tool, which is on the class path of the tests. */
  static List<String> tool(String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    return run(System.getProperty("java.class.path"), mainClass, arguments);
  }

  private static List<String> run(String classPath, String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Jars.jdk().resolve("bin").resolve("java").toString());
    command.add("-Xmx2g");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1"); // a short run: compiling much does not pay
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(arguments);
    Path output = Files.createTempFile("output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS"); // the JVM tells of it
    Process process = builder.start();
    boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    List<String> lines = Files.readAllLines(output, UTF_8);
    Files.delete(output);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(mainClass + " failed:\n" + String.join("\n", lines));
    }
    return lines;
  }
}
