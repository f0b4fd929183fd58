package io.github.datalab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.datalab4j.rule.Canary;
import io.github.datalab4j.simulator.DatalabSimulator;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Job;
import io.github.datalab4j.simulator.On;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A JVM with a heap of 64 MB against what does not fit into it. The profile {@code scale} sends 1
 * GiB.
 */
class SmallHeapTest {
  private static final long UPLOAD_BYTES = Long.getLong("datalab4j.uploadBytes", 128L << 20);

  private final DatalabSimulator simulator =
      DatalabSimulator.builder()
          .apiKey(Canary.KEY)
          .processor("cp_12345")
          .maxFileBytes(Long.MAX_VALUE)
          .start();

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES) // 1 GiB, on a machine that is busy otherwise
  void largeFileIsSentWhole(@TempDir Path folder) throws Exception {
    File sparse = folder.resolve("large.pdf").toFile();
    try (RandomAccessFile file = new RandomAccessFile(sparse, "rw")) {
      file.setLength(UPLOAD_BYTES);
    }

    assertEquals(Collections.singletonList("cp_12345"), run("", sparse.toString()));

    assertEquals(UPLOAD_BYTES, simulator.iterations().get(0).files().get(0).size());
  }

  /** Each answer is asked for twice: first all of them at once, then one after the other. */
  @Test
  void hostileAnswersFitIn() throws Exception {
    StringBuilder keys = new StringBuilder();
    List<Fault> hostile =
        Arrays.asList(
            Fault.gzipBomb(256 << 20),
            Fault.endlessBody(),
            Fault.endlessGzipHeader(),
            Fault.longString(10_000_000),
            Fault.deepJson(100_000),
            Fault.manyValues(2_500_000));
    for (Fault fault : hostile) {
      String key = simulator.startJob("cp_12345", Job.completing().after(0));
      keys.append(key).append(' ');
      simulator.fault(On.STATUS.when(request -> request.target().endsWith(key)), fault);
    }

    assertEquals(
        Arrays.asList(
            "service_unavailable",
            "service_unavailable",
            "service_unavailable",
            "service_unavailable",
            "response_not_understood",
            "response_not_understood"),
        run(keys.toString()));
  }

  private List<String> run(String input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx64m");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SmallHeap.class.getName());
    command.add(simulator.url());
    command.add(Canary.KEY);
    command.addAll(Arrays.asList(arguments));
    Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    program.getOutputStream().write((input + "\n").getBytes(StandardCharsets.US_ASCII));
    program.getOutputStream().close();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
      }
    } finally {
      program.destroy();
    }
    return lines;
  }
}
