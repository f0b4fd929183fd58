package io.github.datalab4j.upgrade.project;

import io.github.datalab4j.upgrade.change.Change;
import io.github.datalab4j.upgrade.change.Change.Entry.Section;
import io.github.datalab4j.upgrade.change.Changes;
import io.github.datalab4j.upgrade.change.Kind;
import io.github.datalab4j.upgrade.change.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines for the changelog, by section, for a person to edit. */
public final class ChangelogDraft {
  /** So many changes of one kind are told one by one. */
  private static final int MOST_OF_A_KIND = 8;

  private static final int EXAMPLES = 5;

  private final Map<Section, List<String>> lines = new EnumMap<>(Section.class);

  private ChangelogDraft() {}

  public static ChangelogDraft of(Changes changes) {
    ChangelogDraft draft = new ChangelogDraft();
    Map<Kind, List<Change>> byKind = new LinkedHashMap<>();
    for (Change change : changes.all()) {
      if (change.level() != Level.PATCH) {
        byKind.computeIfAbsent(change.kind(), kind -> new ArrayList<>()).add(change);
      }
    }
    byKind.values().forEach(draft::add);
    if (draft.lines.isEmpty() && !changes.all().isEmpty()) {
      draft.line(
          Section.CHANGED, "The API document is the service's newest; nothing else changes.");
    }
    return draft;
  }

  private void add(List<Change> ofOneKind) {
    if (ofOneKind.size() <= MOST_OF_A_KIND) {
      ofOneKind.forEach(change -> line(change.entry().section(), change.entry().text()));
      return;
    }
    Change first = ofOneKind.get(0);
    List<String> examples =
        ofOneKind.stream().limit(EXAMPLES).map(change -> "`" + change.subject() + "`").toList();
    line(
        first.entry().section(),
        ofOneKind.size()
            + " times "
            + first.kind()
            + ": "
            + String.join(", ", examples)
            + " and "
            + (ofOneKind.size() - EXAMPLES)
            + " more.");
  }

  private void line(Section section, String text) {
    lines.computeIfAbsent(section, s -> new ArrayList<>()).add("- " + text);
  }

  /** As Markdown, with a heading for each section; empty where there is nothing to say. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (section, entries) -> {
          text.append(text.isEmpty() ? "" : "\n").append("### ").append(section).append("\n\n");
          entries.forEach(entry -> text.append(entry).append('\n'));
        });
    return text.toString();
  }

  /** The changelog with these lines under "Unreleased", at the end of their sections. */
  String insertInto(String changelog) {
    List<String> all = new ArrayList<>(changelog.lines().toList());
    int unreleased = find(all, 0, all.size(), "## [Unreleased]");
    if (unreleased < 0) {
      unreleased = Math.max(0, find(all, 0, all.size(), "## ["));
      all.add(unreleased, "## [Unreleased]");
      all.add(unreleased + 1, "");
    }
    for (Section section : Section.values()) {
      if (lines.containsKey(section)) {
        insert(all, unreleased, section, lines.getOrDefault(section, List.of()));
      }
    }
    return String.join("\n", all) + "\n";
  }

  private static void insert(List<String> all, int from, Section section, List<String> entries) {
    int end = find(all, from + 1, all.size(), "## ");
    end = end < 0 ? all.size() : end;
    int at = find(all, from + 1, end, "### " + section);
    List<String> added = new ArrayList<>();
    int place;
    if (at >= 0) {
      int next = find(all, at + 1, end, "### ");
      place = next < 0 ? end : next;
    } else {
      place = following(all, from, end, section);
      added.add("### " + section);
      added.add("");
    }
    added.addAll(entries);
    while (place > 0 && all.get(place - 1).isBlank()) {
      all.remove(--place);
    }
    if (at < 0) {
      added.add(0, "");
    } else if (place == at + 1) {
      added.add(0, "");
    }
    if (place < all.size()) {
      added.add("");
    }
    all.addAll(place, added);
  }

  /** Where a section goes that is not there yet: before the first one that comes after it. */
  private static int following(List<String> all, int from, int end, Section section) {
    for (Section later : Section.values()) {
      int at = later.compareTo(section) > 0 ? find(all, from + 1, end, "### " + later) : -1;
      if (at >= 0) {
        return at;
      }
    }
    return end;
  }

  private static int find(List<String> lines, int from, int to, String start) {
    for (int i = from; i < to; i++) {
      if (lines.get(i).startsWith(start)) {
        return i;
      }
    }
    return -1;
  }
}
