package io.github.datalab4j.upgrade.report;

import io.github.datalab4j.upgrade.change.Change;
import io.github.datalab4j.upgrade.change.Level;
import io.github.datalab4j.upgrade.change.Need;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Writes a report as one HTML page: no script, no network, light and dark, fit for printing. */
final class HtmlWriter {
  private static final Set<String> STATES =
      Set.of(
          "patch",
          "minor",
          "major",
          "passed",
          "failed",
          "not reached",
          "added",
          "removed",
          "changed",
          "compatible",
          "breaks");

  /** So many items of a list are seen at once, the rest where it is asked for. */
  private static final int SEEN = 12;

  private final StringBuilder html = new StringBuilder();

  String write(Report report) {
    Preview preview = report.preview();
    String word = preview.word();
    html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.append("<title>API upgrade: ").append(word).append("</title>\n<style>\n");
    html.append(style()).append("</style>\n</head>\n<body class=\"").append(word).append("\">\n");
    head(report, word);
    html.append("<main>\n");
    for (Section section : report.sections()) {
      html.append("<section id=\"").append(section.id()).append("\">\n<h2>");
      html.append(escape(section.title())).append("</h2>\n");
      section.blocks().forEach(this::block);
      html.append("</section>\n");
    }
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream in = HtmlWriter.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is not beside " + HtmlWriter.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void head(Report report, String word) {
    html.append("<header>\n<div class=\"inner\">\n<p class=\"kicker\">API upgrade</p>\n");
    html.append("<h1>").append(word).append("</h1>\n");
    html.append("<p class=\"subtitle\">").append(inline(report.subtitle())).append("</p>\n");
    html.append("<ul class=\"reasons\">\n");
    report
        .preview()
        .reasons()
        .forEach(reason -> html.append("<li>").append(inline(reason)).append("</li>\n"));
    html.append("</ul>\n<dl class=\"facts\">\n");
    for (Fact fact : report.facts()) {
      html.append("<div class=\"fact ").append(fact.tone()).append("\"><dt>");
      html.append(escape(fact.label())).append("</dt><dd>").append(escape(fact.value()));
      html.append("</dd></div>\n");
    }
    html.append("</dl>\n</div>\n</header>\n<nav aria-label=\"Sections\"><div class=\"inner\">\n");
    for (Section section : report.sections()) {
      html.append("<a href=\"#").append(section.id()).append("\">");
      html.append(escape(section.title())).append("</a>\n");
    }
    html.append("</div></nav>\n");
  }

  private void block(Block block) {
    if (block instanceof Block.Text plain) {
      html.append("<p>").append(inline(plain.text())).append("</p>\n");
    } else if (block instanceof Block.Warning warning) {
      html.append("<div class=\"warning\"><p><strong>").append(inline(warning.title()));
      html.append("</strong></p><p>").append(inline(warning.text())).append("</p></div>\n");
    } else if (block instanceof Block.Bullets bullets) {
      html.append("<div class=\"card\"><h3>")
          .append(escape(bullets.title()))
          .append("</h3>\n<div>");
      folded(bullets.items(), SEEN, this::list);
      html.append("</div></div>\n");
    } else if (block instanceof Block.ChangeList list) {
      changes(list);
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Code code) {
      html.append("<details").append(code.open() ? " open" : "").append("><summary>");
      html.append(inline(code.title())).append("</summary><pre>");
      html.append(escape(code.text().stripTrailing())).append("</pre></details>\n");
    }
  }

  private void changes(Block.ChangeList list) {
    html.append("<h3>").append(escape(list.title())).append(" <span class=\"count\">");
    html.append(list.changes().size()).append("</span></h3>\n");
    long grave = list.changes().stream().filter(each -> each.level() == Level.MAJOR).count();
    folded(list.changes(), Math.max(SEEN, (int) grave), this::changes);
  }

  private void changes(List<Change> changes) {
    html.append("<ol class=\"changes\">\n");
    changes.forEach(this::change);
    html.append("</ol>\n");
  }

  private void list(List<String> items) {
    html.append("<ul>");
    items.forEach(item -> html.append("<li>").append(inline(item)).append("</li>\n"));
    html.append("</ul>\n");
  }

  /** The first ones, and the others below a line to be opened. */
  private <T> void folded(List<T> items, int seen, Consumer<List<T>> writer) {
    if (items.size() <= seen + 2) {
      writer.accept(items);
      return;
    }
    writer.accept(items.subList(0, seen));
    html.append("<details class=\"more\"><summary>").append(items.size() - seen);
    html.append(" more</summary>\n");
    writer.accept(items.subList(seen, items.size()));
    html.append("</details>\n");
  }

  private void change(Change change) {
    html.append("<li class=\"").append(change.level()).append("\">\n<div class=\"levels\">");
    html.append(pill("wire", change.wire().toString()));
    html.append(pill("Java", change.java().toString())).append("</div>\n<div class=\"what\"><p>");
    html.append("<span class=\"kind\">").append(escape(change.kind().toString()));
    html.append("</span> ").append(inline(change.message())).append("</p>\n");
    fromTo(change.before(), change.after());
    if (!change.advice().isEmpty()) {
      html.append("<p class=\"advice\">").append(inline(change.advice())).append("</p>\n");
    }
    needs(change);
    reaches(change.reaches());
    html.append("</div>\n</li>\n");
  }

  private void needs(Change change) {
    String start = "<p class=\"need\">Facade: change ";
    for (Need need : change.needs()) {
      if (need.mustChange()) {
        html.append(start).append("<code>").append(escape(need.className())).append("</code> (");
        html.append(escape(need.why())).append(")");
        start = ", ";
      }
    }
    html.append(start.equals(", ") ? "</p>\n" : "");
  }

  private void fromTo(String before, String after) {
    if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
      return;
    }
    boolean isLong = before.length() + after.length() > 160;
    html.append(isLong ? "<details><summary>before and after</summary>" : "");
    html.append("<p class=\"diff\"><del>").append(inline(before)).append("</del> <ins>");
    html.append(inline(after)).append("</ins></p>").append(isLong ? "</details>\n" : "\n");
  }

  private void reaches(List<String> operations) {
    if (!operations.isEmpty()) {
      html.append("<p class=\"reaches\">in ");
      for (int i = 0; i < Math.min(3, operations.size()); i++) {
        html.append(i == 0 ? "" : ", ").append("<code>").append(escape(operations.get(i)));
        html.append("</code>");
      }
      int more = operations.size() - 3;
      html.append(more > 0 ? " and " + more + " more" : "").append("</p>\n");
    }
  }

  private static String pill(String label, String level) {
    return "<span class=\"pill " + level + "\"><b>" + label + "</b> " + level + "</span>";
  }

  private void table(Block.Table table) {
    html.append("<div class=\"scroll\"><table>\n<thead><tr>");
    table
        .heads()
        .forEach(head -> html.append("<th scope=\"col\">").append(escape(head)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      html.append("<tr>");
      for (String cell : row) {
        html.append("<td>");
        html.append(
            STATES.contains(cell)
                ? "<span class=\"pill " + cell.replace(' ', '-') + "\">" + cell + "</span>"
                : inline(cell));
        html.append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table></div>\n");
  }

  /** What stands between backticks as code, between stars with emphasis; all else as it is. */
  private static String inline(String text) {
    String[] parts = text.split("`", -1);
    StringBuilder inline = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      String part = escape(parts[i]);
      inline.append(
          code ? "<code>" + part + "</code>" : part.replaceAll("\\*(\\w+)\\*", "<em>$1</em>"));
    }
    return inline.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
