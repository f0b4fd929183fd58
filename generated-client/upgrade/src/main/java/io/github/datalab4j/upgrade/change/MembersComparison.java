package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.generator.surface.SurfaceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds constants, accessors, methods of unions and makers of parts that have another name for the
 * same value, field, type or part: the old name is gone, or stands for another one.
 */
final class MembersComparison {
  private final SurfaceNames before;
  private final SurfaceNames after;

  MembersComparison(String before, String after) {
    this.before = SurfaceNames.of(before);
    this.after = SurfaceNames.of(after);
  }

  /** Where the names of a class differ. */
  interface Renamed {
    /**
     * Is told of one class.
     *
     * @param names as code: {@code `NAME2` for `NAME`}
     */
    void accept(String className, String origin, String names);
  }

  void each(Renamed renamed) {
    before
        .origins()
        .forEach(
            (className, origin) -> {
              String names = String.join(", ", renamed(className));
              if (!names.isEmpty()) {
                renamed.accept(className, origin, names);
              }
            });
  }

  private List<String> renamed(String className) {
    Map<String, String> now = after.members().getOrDefault(className, Map.of());
    List<String> renamed = new ArrayList<>();
    before
        .members()
        .getOrDefault(className, Map.of())
        .forEach(
            (member, name) -> {
              String other = now.getOrDefault(member, name);
              if (!other.equals(name)) {
                renamed.add("`" + other + "` for `" + name + "`");
              }
            });
    return renamed;
  }
}
