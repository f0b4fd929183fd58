package io.github.datalab4j.upgrade.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One block of a surface file.
 *
 * @param kind {@code operation}, {@code parts}, {@code object}, ...
 * @param origin the operation's key, or the schema that a class is made for
 * @param lines what it says, the origin left out
 */
record SurfaceBlock(String kind, String origin, List<String> lines) {
  private static final String OF = "  of ";

  /** Those of a surface, by what they are about. */
  static Map<String, SurfaceBlock> all(String surface) {
    Map<String, SurfaceBlock> all = new LinkedHashMap<>();
    List<String> block = new ArrayList<>();
    for (String line : (surface + "\n").split("\n", -1)) {
      if (!line.isEmpty()) {
        block.add(line);
      } else if (!block.isEmpty()) {
        SurfaceBlock read = of(block);
        all.put(read.key(), read);
        block.clear();
      }
    }
    return all;
  }

  private static SurfaceBlock of(List<String> block) {
    String[] head = block.get(0).split(" ", 2);
    List<String> lines = new ArrayList<>(block.subList(1, block.size()));
    String origin = head.length < 2 ? "" : head[1];
    if (!head[0].equals("operation") && !head[0].equals("servers")) {
      origin = origin.split(" ", 2)[0];
      lines.add(0, "  " + block.get(0).replace(" " + origin, ""));
      if (lines.size() > 1 && lines.get(1).startsWith(OF)) {
        origin = lines.remove(1).substring(OF.length());
      }
    }
    return new SurfaceBlock(head[0], origin, lines);
  }

  /** The same for a class that became one of another kind. */
  private String key() {
    return key(kind, origin);
  }

  static String key(String kind, String origin) {
    boolean model = !List.of("servers", "operation", "parts").contains(kind);
    return (model ? "model" : kind) + " " + origin;
  }
}
