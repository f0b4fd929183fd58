package io.github.datalab4j.generator.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A comment, line by line, from lines that are escaped. */
final class Javadoc {
  private final List<String> lines = new ArrayList<>();
  private boolean hasTags;

  Javadoc text(List<String> text) {
    text.forEach(this::line);
    return this;
  }

  Javadoc paragraph(String text) {
    return line("").line("<p>" + text);
  }

  /** A block tag; one without text is left out. */
  Javadoc tag(String tag, List<String> text) {
    if (text.isEmpty()) {
      return this;
    }
    if (!hasTags) {
      line("");
      hasTags = true;
    }
    line((tag + " " + text.get(0)).trim());
    for (String more : text.subList(1, text.size())) {
      line(more.isEmpty() ? "" : "    " + more);
    }
    return this;
  }

  private Javadoc line(String line) {
    lines.add(line.isEmpty() ? " *" : " * " + line);
    return this;
  }

  List<String> lines() {
    List<String> all = new ArrayList<>();
    all.add("/**");
    all.addAll(lines);
    all.add(" */");
    return Collections.unmodifiableList(all);
  }
}
