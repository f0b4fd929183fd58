package io.github.datalab4j.benchmarks.call;

import io.github.datalab4j.benchmarks.json.Body;
import io.github.datalab4j.benchmarks.probe.Fork;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A {@link StatusServer} as a process of its own. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final String url;

  private ServerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts one that answers with that body. */
  public static ServerProcess start(Body body) throws IOException {
    List<String> command = Fork.java(List.of("-XX:+UseSerialGC", "-Xmx64m"));
    command.addAll(List.of(StatusServer.class.getName(), body.name()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String url = lines.readLine();
    if (url == null) {
      throw new IOException("The server did not start.");
    }
    return new ServerProcess(process, url);
  }

  /** Where it is. */
  public String url() {
    return url;
  }

  /** The processor time that the server has used so far. */
  long cpuNanos() {
    return process.info().totalCpuDuration().orElseThrow().toNanos();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
