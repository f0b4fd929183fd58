package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.Field;
import io.github.datalab4j.upgrade.document.Structure;
import io.github.datalab4j.upgrade.document.WireType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the facade needs of the document, and which of its classes needs it: the one list of it, in
 * the resource {@code facade-hold.txt}. A test compares the list with the facade's sources.
 */
public final class FacadeHold {
  private static final String RESOURCE = "facade-hold.txt";

  private final List<Hold> holds;

  private FacadeHold(List<Hold> holds) {
    this.holds = holds;
  }

  /** The list that this program was built with. */
  public static FacadeHold shipped() {
    try (InputStream in = FacadeHold.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not beside " + FacadeHold.class);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of one hold a line: kind, thing, class, and what it is used for. */
  static FacadeHold parse(List<String> lines) {
    List<Hold> holds = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.strip().split("\\s+", 4);
        if (words.length < 4) {
          throw new IllegalArgumentException("Not \"kind thing class purpose\": " + line);
        }
        holds.add(
            new Hold(
                Hold.Kind.valueOf(words[0].toUpperCase(Locale.ROOT)),
                words[1],
                words[2],
                words[3]));
      }
    }
    return new FacadeHold(holds);
  }

  public List<Hold> holds() {
    return holds;
  }

  /** The changes from a document, with the classes that each concerns. */
  List<Change> apply(List<Change> changes, ApiDocument before) {
    return changes.stream().map(change -> apply(change, before)).toList();
  }

  private Change apply(Change change, ApiDocument before) {
    Map<String, Need> needs = new LinkedHashMap<>();
    for (Hold hold : holds) {
      if (hold.isAbout(change.subject(), change.kind())
          || hold.isOfType(change.subject(), before)) {
        needs.putIfAbsent(
            hold.className(),
            new Need(hold.className(), hold.purpose(), mustChange(change, hold), isExposed(hold)));
      }
    }
    return change.withNeeds(List.copyOf(needs.values()));
  }

  private boolean isExposed(Hold by) {
    return holds.stream()
        .filter(hold -> hold.kind() == Hold.Kind.EXPOSED)
        .filter(hold -> hold.className().equals(by.className()))
        .anyMatch(hold -> hold.thing().equals(by.owner()));
  }

  /** What is new, and what is only promised now, leaves the facade as it is. */
  private static boolean mustChange(Change change, Hold hold) {
    return switch (change.kind()) {
      case OPERATION_MOVED -> true;
      case FIELD_ADDED, FIELD_REQUIRED, FIELD_NOT_NULLABLE, VALUE_ADDED -> false;
      case INPUT_ADDED, INPUT_REMOVED -> hold.kind() != Hold.Kind.INPUT || isSent(change);
      case OPERATION_SECURITY -> isSent(change) && !change.after().contains(hold.member());
      default -> change.level() == Level.MAJOR;
    };
  }

  private static boolean isSent(Change change) {
    return change.wire() == Level.MAJOR;
  }

  /**
   * One thing that one class needs.
   *
   * @param thing {@code Api.method}, {@code Api.method/input}, {@code Api.method/header}, {@code
   *     Schema} or {@code Schema/field}
   */
  public record Hold(Kind kind, String thing, String className, String purpose) {
    /** What kind of thing is needed. */
    public enum Kind {
      OPERATION,
      INPUT,
      /** The header that lets callers of an operation in. */
      KEY,
      SCHEMA,
      FIELD,
      /** A schema whose class the facade's users see. */
      EXPOSED
    }

    boolean isAbout(Subject subject, io.github.datalab4j.upgrade.change.Kind change) {
      return switch (kind) {
        case OPERATION ->
            thing.equals(subject.operation())
                && (subject.member().isEmpty() || isSignature(change) || isAnswer(change))
                && !isSecurity(change);
        case KEY -> thing.equals(subject.operation() + "/" + member()) && isSecurity(change);
        case INPUT -> thing.equals(subject.operation() + "/" + subject.member());
        case SCHEMA -> thing.equals(subject.structure()) && isWhole(subject, change);
        case EXPOSED -> false;
        case FIELD -> thing.equals(subject.structure() + "/" + subject.member());
      };
    }

    /** Whether it is a field, and a change is about the schema that is the field's type. */
    boolean isOfType(Subject subject, ApiDocument before) {
      Structure structure = before.structures().get(owner());
      Field field = structure == null ? null : structure.fields().get(member());
      return kind == Kind.FIELD
          && field != null
          && subject.member().isEmpty()
          && field.type().wire().equals(new WireType.Named(subject.structure()));
    }

    private static boolean isAnswer(io.github.datalab4j.upgrade.change.Kind change) {
      return change.group() == io.github.datalab4j.upgrade.change.Kind.Group.ANSWERS;
    }

    private static boolean isSecurity(io.github.datalab4j.upgrade.change.Kind change) {
      return change == io.github.datalab4j.upgrade.change.Kind.OPERATION_SECURITY;
    }

    /** What stands before the slash; all where there is none. */
    String owner() {
      return thing.split("/", 2)[0];
    }

    /** What stands behind the slash; all where there is none. */
    String member() {
      return thing.substring(thing.indexOf('/') + 1);
    }

    /** Changes of what a call looks like concern whoever calls. */
    private static boolean isSignature(io.github.datalab4j.upgrade.change.Kind change) {
      return change == io.github.datalab4j.upgrade.change.Kind.INPUT_ADDED
          || change == io.github.datalab4j.upgrade.change.Kind.INPUT_REMOVED;
    }

    private static boolean isWhole(
        Subject subject, io.github.datalab4j.upgrade.change.Kind change) {
      return subject.member().isEmpty()
          || change == io.github.datalab4j.upgrade.change.Kind.FIELD_ADDED;
    }
  }
}
