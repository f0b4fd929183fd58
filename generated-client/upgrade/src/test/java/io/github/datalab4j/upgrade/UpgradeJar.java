package io.github.datalab4j.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.datalab4j.upgrade.change.Drill;
import io.github.datalab4j.upgrade.project.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the jar that the build has made, in this project. */
final class UpgradeJar {
  static final Path ROOT = Path.of("..", "..");

  private UpgradeJar() {}

  /**
   * What came of it.
   *
   * @param output errors too
   */
  record Result(int code, String output) {}

  /** Starts it with a folder for temporary files of its own. */
  static Process start(Path temporary, String... arguments) throws IOException {
    Process process = command(temporary, arguments).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return process;
  }

  static Result run(String... arguments) throws IOException, InterruptedException {
    return ended(command(Path.of(System.getProperty("java.io.tmpdir")), arguments));
  }

  private static ProcessBuilder command(Path temporary, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-jar");
    command.add(System.getProperty("jar"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** Runs any program to its end, without an input. */
  static Result ended(ProcessBuilder program) throws IOException, InterruptedException {
    Process process = program.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  /** This project's own document with a field more in an answer, as a file. */
  static String documentWith(String field, Path folder) throws Exception {
    String fields = "/components/schemas/CustomProcessorStatusResponse/properties/";
    JsonNode document =
        Drill.patched(
            Drill.yaml(Files.readString(ROOT.resolve(Checkout.DOCUMENT))),
            "{op: add, path: " + fields + field + ", value: {type: number}}");
    return Files.writeString(folder.resolve("new.yaml"), Drill.text(document).yaml()).toString();
  }
}
