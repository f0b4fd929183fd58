package io.github.datalab4j.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.datalab4j.simulator.DatalabSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The jar, started by {@code java -jar}. */
final class JarProcess {
  static final Path JAR = Path.of("target", "datalab.jar");

  private static final long PATIENCE_SECONDS = 90;

  private final Process process;
  private final Path err;

  private JarProcess(ProcessBuilder builder, Path err) throws IOException {
    this.err = err;
    this.process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
  }

  /** Without a key. */
  static JarProcess start(String... arguments) throws IOException {
    return start(environment -> {}, arguments);
  }

  static JarProcess on(DatalabSimulator simulator, String... arguments) throws IOException {
    return in(environment -> {}, simulator, arguments);
  }

  static JarProcess in(
      Consumer<Map<String, String>> more, DatalabSimulator simulator, String... arguments)
      throws IOException {
    return start(
        environment -> {
          environment.put("DATALAB_API_KEY", Program.KEY);
          environment.put("DATALAB_BASE_URL", simulator.url());
          more.accept(environment);
        },
        arguments);
  }

  private static JarProcess start(Consumer<Map<String, String>> changes, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (ignoresInterrupts()) {
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("DATALAB_"));
    environment.remove("JAVA_TOOL_OPTIONS"); // the JVM tells of it on standard error
    changes.accept(environment);
    return new JarProcess(builder, Files.createTempFile("datalab", ".err"));
  }

  /** A build in the background ignores SIGINT, and its children inherit that. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  BufferedReader reader() {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }

  void terminate() {
    process.destroy();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
      throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + err());
    }
    return process.exitValue();
  }

  /** After the end: all of standard output. */
  String out() throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  String err() {
    try {
      return Files.readString(err);
    } catch (IOException e) {
      return e.toString();
    }
  }

  void end() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    Files.deleteIfExists(err);
  }
}
