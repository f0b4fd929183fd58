package io.github.datalab4j.upgrade.change;

import java.util.List;
import java.util.Objects;

/**
 * One difference between two documents.
 *
 * @param before empty where there was nothing
 * @param after empty where there is nothing any more
 * @param wire what it means to those who speak to the service
 * @param java what it means to those whose code is compiled against the generated client
 * @param message what happened, in one sentence
 * @param advice what a user of the generated client has to do; empty where it is nothing
 * @param entry the draft of a line in the changelog
 * @param reaches the operations whose requests or answers it touches, where it is about a schema
 * @param needs the classes of the facade that rest on what changes
 */
public record Change(
    Kind kind,
    Subject subject,
    String before,
    String after,
    Level wire,
    Level java,
    String message,
    String advice,
    Entry entry,
    List<String> reaches,
    List<Need> needs) {

  public Level level() {
    return wire.or(java);
  }

  /** Whether what is there as before may hold or mean something that nobody has thought of. */
  public boolean mayMeanSomethingElse() {
    return switch (kind) {
      case MEANING_HINT, MEANING_MOVED -> true;
      case VALUE_ADDED, FIELD_VALUE_ADDED, INPUT_VALUE_ADDED -> true;
      case FIELD_RETYPED, INPUT_RETYPED -> true;
      default -> false;
    };
  }

  Change withReach(List<String> operations) {
    return new Change(
        kind, subject, before, after, wire, java, message, advice, entry, operations, needs);
  }

  public Change withNeeds(List<Need> found) {
    return new Change(
        kind, subject, before, after, wire, java, message, advice, entry, reaches, found);
  }

  @Override
  public String toString() {
    return level() + ": " + message;
  }

  static Builder of(Kind kind, Subject subject) {
    return new Builder(kind, subject);
  }

  /** Where a line of the changelog belongs, and its text. */
  public record Entry(Section section, String text) {
    /** The sections of a changelog, in their order. */
    public enum Section {
      ADDED("Added"),
      CHANGED("Changed"),
      DEPRECATED("Deprecated"),
      REMOVED("Removed");

      private final String title;

      Section(String title) {
        this.title = title;
      }

      @Override
      public String toString() {
        return title;
      }
    }
  }

  /** Fills a change. */
  static final class Builder {
    private final Kind kind;
    private final Subject subject;
    private String before = "";
    private String after = "";
    private Level wire = Level.PATCH;
    private Level java = Level.PATCH;
    private String message = "";
    private String advice = "";
    private Entry.Section section = Entry.Section.CHANGED;
    private String entry = "";

    private Builder(Kind kind, Subject subject) {
      this.kind = kind;
      this.subject = subject;
    }

    Builder from(Object value) {
      before = Objects.toString(value);
      return this;
    }

    Builder to(Object value) {
      after = Objects.toString(value);
      return this;
    }

    Builder levels(Level onWire, Level inJava) {
      wire = onWire;
      java = inJava;
      return this;
    }

    Builder message(String text) {
      message = text;
      return this;
    }

    Builder advice(String text) {
      advice = text;
      return this;
    }

    Builder entry(Entry.Section in, String text) {
      section = in;
      entry = text;
      return this;
    }

    Change build() {
      Entry line = new Entry(section, entry.isEmpty() ? message : entry);
      return new Change(
          kind, subject, before, after, wire, java, message, advice, line, List.of(), List.of());
    }
  }
}
