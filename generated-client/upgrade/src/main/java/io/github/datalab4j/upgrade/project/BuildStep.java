package io.github.datalab4j.upgrade.project;

import java.time.Duration;
import java.util.List;

/**
 * One run of Maven.
 *
 * @param name for people
 * @param command as it was run
 * @param passed whether it ended well
 * @param duration how long it took
 * @param modules what became of each module; empty where Maven does not tell
 * @param failures what failed: compiler errors, tests, the last lines; none where all passed
 */
public record BuildStep(
    String name,
    String command,
    boolean passed,
    Duration duration,
    List<Module> modules,
    List<String> failures) {

  /**
   * One module in a run.
   *
   * @param status {@code passed}, {@code failed} or {@code not reached}
   */
  public record Module(String name, String status, int tests, int failed, int skipped) {}

  public int tests() {
    return modules.stream().mapToInt(Module::tests).sum();
  }
}
