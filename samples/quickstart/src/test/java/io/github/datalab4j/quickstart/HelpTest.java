package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.quickstart.Program.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "iterate", "resume", "status"})
  void everyLineFitsEightyColumns(String command) {
    List<String> wide =
        help(command).outLines().stream().filter(line -> line.length() > 80).toList();
    assertEquals(List.of(), wide);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "iterate", "resume", "status"})
  void theKeysOptionThatIsRefusedIsNotOffered(String command) {
    assertTrue(
        help(command).outLines().stream()
            .noneMatch(line -> line.matches(".*--(api-?)?key\\b(?!-file).*")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "2", "3", "4", "130"})
  void everyExitCodeIsExplained(String code) {
    assertTrue(
        help("").outLines().stream().anyMatch(line -> line.matches(" +" + code + " +\\S.*")),
        help("").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--request",
        "--file",
        "--instruct",
        "--page",
        "--file-instructions",
        "--deadline",
        "--poll",
        "--json",
        "--verbose",
        "--base-url",
        "--api-key-file",
        "--version",
        "--help"
      })
  void everyOptionOfIterateIsExplained(String option) {
    assertTrue(
        help("iterate").outLines().stream()
            .anyMatch(line -> line.strip().matches("(-\\w, )?" + option + "\\b.*")),
        help("iterate").out());
  }

  @Test
  void helpGoesToStandardOutputAndIsNoError() {
    Outcome outcome = help("");
    assertEquals(0, outcome.exitCode());
    assertEquals("", outcome.err());
    assertTrue(outcome.out().startsWith("Usage: datalab "), outcome.out());
  }

  @Test
  void theVersionNamesProgramAndJava() {
    Outcome outcome = Program.bare().run("--version");
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.outLines().get(0).matches("datalab \\d+\\.\\d+\\.\\d+\\S*"), outcome.out());
    assertTrue(
        outcome.outLines().get(1).startsWith("Java " + System.getProperty("java.version")),
        outcome.out());
  }

  private static Outcome help(String command) {
    return command.isEmpty() ? Program.bare().run("--help") : Program.bare().run(command, "--help");
  }
}
