package io.github.datalab4j.upgrade.report;

import io.github.datalab4j.upgrade.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a report as Markdown. Text of the document cannot become markup. */
final class MarkdownWriter {
  private final StringBuilder text = new StringBuilder();

  String write(Report report) {
    Preview preview = report.preview();
    line("# API upgrade: " + preview.word().toUpperCase(Locale.ROOT));
    line(inline(report.subtitle()));
    line(preview.reasons().stream().map(this::inline).collect(Collectors.joining(" ")));
    List<Fact> facts = report.facts();
    rows(
        facts.stream().map(Fact::label).toList(),
        List.of(facts.stream().map(Fact::value).toList()));
    for (Section section : report.sections()) {
      line("## " + section.title());
      section.blocks().forEach(this::block);
    }
    return text.toString().stripTrailing() + "\n";
  }

  private void block(Block block) {
    if (block instanceof Block.Text plain) {
      line(inline(plain.text()));
    } else if (block instanceof Block.Warning warning) {
      line("> **" + inline(warning.title()) + "**\n>\n> " + inline(warning.text()));
    } else if (block instanceof Block.Bullets bullets) {
      line("### " + bullets.title());
      line(
          bullets.items().stream()
              .map(item -> "- " + inline(item))
              .collect(Collectors.joining("\n")));
    } else if (block instanceof Block.ChangeList list) {
      changes(list);
    } else if (block instanceof Block.Table table) {
      rows(table.heads(), table.rows());
    } else if (block instanceof Block.Code code) {
      line("**" + inline(code.title()) + "**");
      String fence = fence(code.text());
      line(fence + "\n" + code.text().stripTrailing() + "\n" + fence);
    }
  }

  private void changes(Block.ChangeList list) {
    line("### " + list.title());
    List<List<String>> rows = new ArrayList<>();
    for (Change change : list.changes()) {
      rows.add(
          List.of(
              change.wire().toString(),
              change.java().toString(),
              change.kind().toString(),
              change.message(),
              String.join(
                      ", ", change.reaches().stream().limit(3).map(key -> "`" + key + "`").toList())
                  + (change.reaches().size() > 3
                      ? " and " + (change.reaches().size() - 3) + " more"
                      : "")));
    }
    rows(List.of("wire", "Java", "kind", "change", "reaches"), rows);
  }

  private void rows(List<String> heads, List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    table.append("| ").append(String.join(" | ", heads)).append(" |\n");
    table.append("|").append(" --- |".repeat(heads.size()));
    for (List<String> row : rows) {
      table.append("\n| ");
      table.append(
          row.stream()
              .map(cell -> inline(cell).replaceAll("\\s*\\R\\s*", " ").replace("|", "\\|"))
              .collect(Collectors.joining(" | ")));
      table.append(" |");
    }
    line(table.toString());
  }

  private void line(String paragraph) {
    text.append(paragraph).append("\n\n");
  }

  /** Code stays as it is; in all else nothing is markup but the emphasis that we write. */
  private String inline(String plain) {
    String[] parts = plain.split("`", -1);
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      safe.append(code ? "`" + parts[i] + "`" : escape(parts[i]));
    }
    return safe.toString();
  }

  private static String escape(String part) {
    return part.replace("\\", "\\\\")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("[", "\\[")
        .replace("_", "\\_");
  }

  /** Longer than every row of backticks inside. */
  private static String fence(String code) {
    String fence = "```";
    while (code.contains(fence)) {
      fence += "`";
    }
    return fence;
  }
}
