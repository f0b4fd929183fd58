package io.github.datalab4j.upgrade.project;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Maven said. */
final class BuildLog {
  private static final int MOST_LINES = 60;
  private static final int LAST_LINES = 25;
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
  private static final Pattern SUMMARY =
      Pattern.compile("\\[INFO\\] (?!BUILD )(.+?) \\.* ?(SUCCESS|FAILURE|SKIPPED)\\b.*");
  private static final Pattern THROWN = Pattern.compile("(?:\\w+\\.)+\\w*(?:Exception|Error): .*");
  private static final Pattern NOISE =
      Pattern.compile(
          "\\[ERROR\\] *(?:|To see the full stack trace.*|Re-run Maven.*|For more information.*"
              + "|\\[Help \\d+\\].*|After correcting the problems.*|  mvn <args> -rf.*|-> \\[Help.*"
              + "|See .*(?:reports|dumpstream).*|Please refer to .*)");

  private final List<String> lines;

  private BuildLog(List<String> lines) {
    this.lines = lines;
  }

  /** Reads a log; the folder of the build is left out of what it says. */
  static BuildLog read(Path log, Path root) throws IOException {
    String text;
    try {
      text = Files.readString(log);
    } catch (MalformedInputException e) {
      text = Files.readString(log, StandardCharsets.ISO_8859_1);
    }
    String plain =
        COLOUR
            .matcher(text)
            .replaceAll("")
            .replace(root.toRealPath() + "/", "")
            .replace(root + "/", "");
    return new BuildLog(plain.lines().toList());
  }

  /** The modules by name: what became of each. */
  Map<String, String> modules() {
    Map<String, String> modules = new LinkedHashMap<>();
    boolean summary = false;
    for (String line : lines) {
      summary |= line.contains("Reactor Summary");
      Matcher matcher = SUMMARY.matcher(line);
      if (summary && matcher.matches()) {
        modules.put(matcher.group(1).replaceFirst(" \\d+\\.\\S*$", ""), status(matcher.group(2)));
      }
    }
    return modules;
  }

  private static String status(String word) {
    return word.equals("SUCCESS") ? "passed" : word.equals("FAILURE") ? "failed" : "not reached";
  }

  /** Whether a line goes on with the message of an exception. */
  private static boolean isMessage(String line) {
    return !line.startsWith("[") && !line.startsWith("\tat ") && !line.startsWith("Caused by");
  }

  /** The errors, each once, as many as a person reads; or the last lines where there are none. */
  List<String> failures() {
    Set<String> errors = new LinkedHashSet<>();
    boolean thrown = false;
    for (String line : lines) {
      thrown = THROWN.matcher(line).matches() || (thrown && isMessage(line));
      if (thrown && !line.isBlank()) {
        errors.add(line.stripTrailing());
      } else if (line.startsWith("[ERROR]") && !NOISE.matcher(line).matches()) {
        errors.add(line.substring("[ERROR]".length()).stripTrailing().replaceFirst("^ ", ""));
      }
    }
    if (errors.isEmpty()) {
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }
    List<String> some = new ArrayList<>(errors);
    if (some.size() > MOST_LINES) {
      int more = some.size() - MOST_LINES;
      some = new ArrayList<>(some.subList(0, MOST_LINES));
      some.add("... and " + more + " more lines");
    }
    return some;
  }
}
