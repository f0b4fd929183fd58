package io.github.datalab4j.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When something was measured, and of which code: that of the checkout, which the jar that measures
 * is to be built of.
 *
 * @param date in UTC, {@code 2026-11-30} say
 * @param commit the short name of the checkout's last commit, {@code with changes} where files that
 *     it has, but for results and the page, are others now; or {@code unknown}
 */
public record Measured(String date, String commit) {
  static final String UNKNOWN = "unknown";

  /** Now, in the checkout that the folder is in; without one, or without git, that is unknown. */
  public static Measured now(Path folder) throws InterruptedException {
    return new Measured(LocalDate.now(ZoneOffset.UTC).toString(), commit(folder));
  }

  private static String commit(Path folder) throws InterruptedException {
    Optional<String> commit = git(folder, "rev-parse", "--short", "HEAD");
    Optional<String> changes =
        git(folder, "status", "--porcelain", "-uno", "--", ":/", ":!results", ":!README.md");
    return commit.orElse(UNKNOWN) + (changes.orElse("").isEmpty() ? "" : " with changes");
  }

  private static Optional<String> git(Path folder, String... arguments)
      throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(folder.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      return git.waitFor() == 0 ? Optional.of(told) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "on " + date + " at commit " + commit;
  }
}
