package io.github.datalab4j.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runnable jar as a process of its own, on a port that the system chooses. */
final class ServiceProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target", "datalab-service.jar").toAbsolutePath();
  private static final Pattern STARTED = Pattern.compile("Netty started on port (\\d+)");

  private final Process process;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final List<String> output = new CopyOnWriteArrayList<>();

  private ServiceProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "output of the service");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts it in a folder with settings by environment only, as its README says. */
  static ServiceProcess start(Path folder, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-jar",
                JAR.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("SERVER_PORT", "0");
    builder.environment().putAll(environment);
    return new ServiceProcess(builder.start());
  }

  /** Waits until the service serves. */
  URI url() throws Exception {
    try {
      return URI.create("http://127.0.0.1:" + port.get(4, TimeUnit.MINUTES));
    } catch (TimeoutException e) {
      throw new AssertionError(output(), e);
    }
  }

  String output() {
    return String.join("\n", output);
  }

  /** SIGKILL: no hook runs, no file is closed, no row is written. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        Matcher started = STARTED.matcher(line);
        if (started.find()) {
          port.complete(Integer.valueOf(started.group(1)));
        }
      }
    } catch (IOException e) {
      output.add(e.toString());
    }
    port.completeExceptionally(new AssertionError("The service ended:\n" + output()));
  }
}
