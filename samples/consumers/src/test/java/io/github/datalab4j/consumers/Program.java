package io.github.datalab4j.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that was run to its end. */
record Program(int code, String output) {
  /** A client that finds nobody tries again for ten. */
  private static final int MINUTES = 8;

  /** All that it printed, errors too, is kept in the log. */
  static Program run(Path folder, Path log, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    try {
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      assertTrue(ended, () -> "still runs after " + MINUTES + " minutes, see " + log);
      return new Program(process.exitValue(), Files.readString(log));
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  /** What it printed, if it ended well. */
  String passed() {
    assertEquals(0, code, output);
    return output;
  }
}
