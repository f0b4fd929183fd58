package io.github.datalab4j.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.datalab4j.upgrade.change.Drill;
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
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-jar");
    command.add(System.getProperty("jar"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return process;
  }

  static Result run(String... arguments) throws IOException, InterruptedException {
    Process process = start(Path.of(System.getProperty("java.io.tmpdir")), arguments);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  /** The document of a drill, as a file. */
  static String document(Path folder, String drill) throws Exception {
    JsonNode document = Drill.patched(Drill.tree(drill));
    return Files.writeString(folder.resolve("new.yaml"), Drill.text(document).yaml()).toString();
  }
}
