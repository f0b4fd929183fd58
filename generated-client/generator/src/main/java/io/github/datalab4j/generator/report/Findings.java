package io.github.datalab4j.generator.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the generator gave up on while it read one document. Each finding counts once. */
public final class Findings {
  private final Set<Finding> all = new LinkedHashSet<>();

  /** Something has no type in Java. {@code what} says it, and what stands for it. */
  public void degraded(String where, String what) {
    add(Finding.Kind.DEGRADED, where, what);
  }

  /** The document is wrong in itself. {@code what} says how, and what was made of it. */
  public void invalid(String where, String what) {
    add(Finding.Kind.INVALID, where, what);
  }

  /** A name of the document could not be kept in Java. */
  public void renamed(String where, String what) {
    add(Finding.Kind.RENAMED, where, what);
  }

  private void add(Finding.Kind kind, String where, String what) {
    all.add(new Finding(kind, oneLine(where), oneLine(what)));
  }

  /** In the order in which they were found. */
  public List<Finding> all() {
    return Collections.unmodifiableList(new ArrayList<>(all));
  }

  /** One readable text, grouped by kind, sorted by place; the same for the same document. */
  public String report() {
    if (all.isEmpty()) {
      return "Nothing was given up on.\n";
    }
    StringBuilder text = new StringBuilder();
    for (Finding.Kind kind : Finding.Kind.values()) {
      List<String> lines = new ArrayList<>();
      for (Finding finding : all) {
        if (finding.kind() == kind) {
          lines.add("  " + finding + "\n");
        }
      }
      if (!lines.isEmpty()) {
        Collections.sort(lines);
        text.append(kind).append(" (").append(lines.size()).append(")\n");
        lines.forEach(text::append);
      }
    }
    return text.toString();
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").trim();
    return line.length() <= 300 ? line : line.substring(0, 300) + "...";
  }
}
