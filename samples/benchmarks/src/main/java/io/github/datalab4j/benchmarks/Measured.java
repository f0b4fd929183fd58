package io.github.datalab4j.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When something was measured, and of which code.
 *
 * @param date in UTC, {@code 2026-11-30} say
 * @param commit the short name of the checkout's last commit, or {@code unknown}
 */
public record Measured(String date, String commit) {
  static final String UNKNOWN = "unknown";

  /** Now, in the checkout that the folder is in; without one, or without git, that is unknown. */
  public static Measured now(Path folder) throws InterruptedException {
    return new Measured(LocalDate.now(ZoneOffset.UTC).toString(), commit(folder));
  }

  private static String commit(Path folder) throws InterruptedException {
    try {
      Process git =
          new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
              .directory(folder.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      return git.waitFor() == 0 ? told : UNKNOWN;
    } catch (IOException noGit) {
      return UNKNOWN;
    }
  }

  @Override
  public String toString() {
    return "on " + date + " at commit " + commit;
  }
}
