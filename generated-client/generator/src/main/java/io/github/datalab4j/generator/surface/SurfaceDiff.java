package io.github.datalab4j.generator.surface;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two texts block by block; a block is an unindented line and the indented ones below. */
final class SurfaceDiff {
  private final List<String> lines = new ArrayList<>();

  private SurfaceDiff() {}

  /** At most {@code most} lines, then how many more there are. */
  static List<String> between(String before, String after, int most) {
    SurfaceDiff diff = new SurfaceDiff();
    diff.compare(blocks(before), blocks(after));
    if (diff.lines.size() <= most) {
      return diff.lines;
    }
    List<String> some = new ArrayList<>(diff.lines.subList(0, most));
    some.add("... and " + (diff.lines.size() - most) + " more lines");
    return some;
  }

  private static SortedMap<String, List<String>> blocks(String text) {
    SortedMap<String, List<String>> blocks = new TreeMap<>();
    List<String> block = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(" ")) {
        block.add(line);
      } else if (!line.isEmpty()) {
        block = blocks.computeIfAbsent(line, header -> new ArrayList<>());
      }
    }
    return blocks;
  }

  private void compare(
      SortedMap<String, List<String>> before, SortedMap<String, List<String>> after) {
    SortedSet<String> headers = new TreeSet<>(before.keySet());
    headers.addAll(after.keySet());
    for (String header : headers) {
      List<String> old = before.getOrDefault(header, Collections.emptyList());
      List<String> now = after.getOrDefault(header, Collections.emptyList());
      if (!before.containsKey(header) || !after.containsKey(header)) {
        lines.add((before.containsKey(header) ? "- " : "+ ") + header);
        walk(old, now);
      } else if (!old.equals(now)) {
        lines.add("  " + header);
        walk(old, now);
      }
    }
  }

  /** Walks along a longest common subsequence. */
  private void walk(List<String> before, List<String> after) {
    int[][] common = commonLengths(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
        lines.add("- " + before.get(i++));
      } else {
        lines.add("+ " + after.get(j++));
      }
    }
  }

  private static int[][] commonLengths(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
