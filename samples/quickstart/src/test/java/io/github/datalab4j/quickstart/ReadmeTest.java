package io.github.datalab4j.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.datalab4j.quickstart.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the page shows is what the program writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private String page;
  private List<String> blocks;

  @BeforeAll
  void read() throws IOException {
    page = Files.readString(Path.of("README.md"));
    blocks = BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
  }

  @Test
  void theDemoWritesWhatIsShown() {
    Program program = Program.bare();
    program.oneStream();
    Outcome demo = program.run("--poll", "fixed:500ms");
    assertEquals(steady(blocks.get(0)), steady("$ datalab\n" + demo.out().replace("\r\n", "\n")));
  }

  @Test
  void theEventsAreTheOnesShown() {
    List<String> shown =
        blocks.get(1).lines().filter(line -> line.startsWith("{")).map(ReadmeTest::shape).toList();
    List<String> real =
        Program.bare().run("--json", "--poll", "fixed:500ms").outLines().stream()
            .map(ReadmeTest::shape)
            .toList();
    assertEquals(new TreeSet<>(shown), new TreeSet<>(real));
  }

  @Test
  void everyMistakeIsAnsweredAsShown() {
    String[] runs = blocks.get(2).split("(?m)^\\$ datalab ");
    assertTrue(runs.length > 5, "" + runs.length);
    for (String run : List.of(runs).subList(1, runs.length)) {
      int end = run.indexOf('\n');
      Program program = Program.bare();
      Outcome outcome = program.run(words(run.substring(0, end)));
      assertEquals(run.substring(end + 1), outcome.err().replace("\r\n", "\n"));
      assertEquals(2, outcome.exitCode());
    }
  }

  @Test
  void everyOptionIsInTheTable() {
    CommandLine line =
        DatalabCommand.commandLine(new Console(Program.bare().surroundings(), List.of()));
    for (OptionSpec option : line.getSubcommands().get("iterate").getCommandSpec().options()) {
      if (!option.hidden()) {
        String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        String cell = "`" + option.longestName() + label.replace("|", "\\|") + "`";
        assertTrue(page.contains("| " + cell) || page.contains(", " + cell), cell);
      }
    }
  }

  @Test
  void everyExitCodeHasItsRow() {
    ExitCode.meanings().keySet().forEach(code -> assertTrue(page.contains("\n| " + code + " | ")));
  }

  private static String[] words(String command) {
    List<String> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(command).results().toList()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.toArray(String[]::new);
  }

  /** Without what differs from run to run. */
  private static String steady(String text) {
    return text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
        .replaceAll("pl_\\w+", "pl_ID")
        .replaceAll("in \\d+ s", "in N s");
  }

  /** An event's kind and its fields. */
  private static String shape(String event) {
    Map<String, Object> fields = new Outcome(0, event, "").fields();
    return fields.get("event") + " " + new TreeSet<>(fields.keySet());
  }
}
