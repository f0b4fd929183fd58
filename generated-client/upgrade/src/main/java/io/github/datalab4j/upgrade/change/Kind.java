package io.github.datalab4j.upgrade.change;

/** What kind of thing happened. */
public enum Kind {
  MEANING_MOVED(Group.MEANING, "meaning moved"),
  MEANING_HINT(Group.MEANING, "meaning may have changed"),

  OPERATION_ADDED(Group.OPERATIONS, "operation added"),
  OPERATION_REMOVED(Group.OPERATIONS, "operation removed"),
  OPERATION_MOVED(Group.OPERATIONS, "path moved"),
  OPERATION_RENAMED(Group.OPERATIONS, "Java method renamed"),
  OPERATION_SIGNATURE(Group.OPERATIONS, "Java signature changed"),
  OPERATION_DEPRECATED(Group.OPERATIONS, "operation deprecated"),
  OPERATION_UNDEPRECATED(Group.OPERATIONS, "operation no longer deprecated"),
  OPERATION_SECURITY(Group.OPERATIONS, "security changed"),

  INPUT_ADDED(Group.INPUTS, "input added"),
  INPUT_REMOVED(Group.INPUTS, "input removed"),
  INPUT_RENAMED(Group.INPUTS, "input renamed"),
  INPUT_RETYPED(Group.INPUTS, "input retyped"),
  INPUT_VALUE_ADDED(Group.INPUTS, "value added"),
  INPUT_VALUE_REMOVED(Group.INPUTS, "value removed"),
  INPUT_REQUIRED(Group.INPUTS, "input newly required"),
  INPUT_OPTIONAL(Group.INPUTS, "input no longer required"),
  INPUT_NULLABLE(Group.INPUTS, "input takes null"),
  INPUT_NOT_NULLABLE(Group.INPUTS, "input no longer takes null"),
  INPUT_DEFAULT(Group.INPUTS, "default changed"),
  INPUT_DEPRECATED(Group.INPUTS, "input deprecated"),
  INPUT_CONSTRAINTS(Group.INPUTS, "constraints changed"),
  INPUT_MOVED(Group.INPUTS, "places in the path exchanged"),
  INPUT_ENCODING(Group.INPUTS, "encoding changed"),

  ANSWER_ADDED(Group.ANSWERS, "answer added"),
  ANSWER_REMOVED(Group.ANSWERS, "answer removed"),
  ANSWER_CHANGED(Group.ANSWERS, "answer changed"),
  ANSWER_CONSTRAINTS(Group.ANSWERS, "constraints changed"),
  ANSWER_HEADER(Group.ANSWERS, "header changed"),

  STRUCTURE_ADDED(Group.STRUCTURES, "schema added"),
  STRUCTURE_REMOVED(Group.STRUCTURES, "schema removed"),
  STRUCTURE_RENAMED(Group.STRUCTURES, "schema renamed"),
  STRUCTURE_RETYPED(Group.STRUCTURES, "schema retyped"),
  STRUCTURE_CONSTRAINTS(Group.STRUCTURES, "constraints changed"),
  STRUCTURE_CLOSED(Group.STRUCTURES, "further fields ruled out"),
  STRUCTURE_OPENED(Group.STRUCTURES, "further fields allowed"),
  DISCRIMINATOR_CHANGED(Group.STRUCTURES, "discriminator changed"),
  VALUE_ADDED(Group.STRUCTURES, "value added"),
  VALUE_REMOVED(Group.STRUCTURES, "value removed"),
  MEMBERS_RENAMED(Group.STRUCTURES, "Java names changed"),

  FIELD_ADDED(Group.FIELDS, "field added"),
  FIELD_REMOVED(Group.FIELDS, "field removed"),
  FIELD_RENAMED(Group.FIELDS, "field renamed"),
  FIELD_RETYPED(Group.FIELDS, "field retyped"),
  FIELD_VALUE_ADDED(Group.FIELDS, "value added"),
  FIELD_VALUE_REMOVED(Group.FIELDS, "value removed"),
  FIELD_REQUIRED(Group.FIELDS, "field newly required"),
  FIELD_OPTIONAL(Group.FIELDS, "field no longer required"),
  FIELD_NULLABLE(Group.FIELDS, "field newly nullable"),
  FIELD_NOT_NULLABLE(Group.FIELDS, "field no longer nullable"),
  FIELD_DEFAULT(Group.FIELDS, "default changed"),
  FIELD_DEPRECATED(Group.FIELDS, "field deprecated"),
  FIELD_CONSTRAINTS(Group.FIELDS, "constraints changed"),

  SERVER_CHANGED(Group.DOCUMENT, "server changed"),
  SURFACE_CHANGED(Group.DOCUMENT, "seen in the surface file only"),
  VERSION_CHANGED(Group.DOCUMENT, "version changed"),
  SPELLING_CHANGED(Group.DOCUMENT, "said otherwise, the same on the wire"),
  DESCRIPTION_CHANGED(Group.DOCUMENT, "description changed");

  private final Group group;
  private final String words;

  Kind(Group group, String words) {
    this.group = group;
    this.words = words;
  }

  public Group group() {
    return group;
  }

  @Override
  public String toString() {
    return words;
  }

  /** What a report tells together, in this order. */
  public enum Group {
    MEANING("Meaning"),
    OPERATIONS("Operations"),
    INPUTS("Parameters, cookies and parts"),
    ANSWERS("Answers"),
    FIELDS("Fields"),
    STRUCTURES("Schemas and values"),
    DOCUMENT("The document itself");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return title;
    }
  }
}
