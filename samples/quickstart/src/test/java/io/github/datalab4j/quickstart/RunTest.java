package io.github.datalab4j.quickstart;

import io.github.datalab4j.quickstart.Program.Outcome;
import io.github.datalab4j.simulator.DatalabSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A service on loopback that knows {@code cp_12345}, a program that knows it, and a file. */
abstract class RunTest {
  @TempDir Path folder;
  DatalabSimulator simulator;
  Program program;
  Path report;

  @BeforeEach
  void startTheService() throws IOException {
    simulator = DatalabSimulator.builder().apiKey(Program.KEY).start();
    simulator.processor("cp_12345");
    program = Program.on(simulator);
    report = Files.writeString(folder.resolve("report.pdf"), "%PDF-1.7 and so on");
  }

  @AfterEach
  void stopTheService() {
    simulator.close();
  }

  /** Iterates {@code cp_12345} with the file, asking every few milliseconds. */
  Outcome iterate(String... more) {
    return program.run(
        arguments(
            more,
            "iterate",
            "cp_12345",
            "--request",
            "Better",
            "--file",
            report.toString(),
            "--poll",
            "fixed:5ms"));
  }

  static String[] arguments(String[] more, String... first) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
  }
}
