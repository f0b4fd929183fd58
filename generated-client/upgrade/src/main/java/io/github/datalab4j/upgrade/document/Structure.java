package io.github.datalab4j.upgrade.document;

import java.util.List;
import java.util.Map;

/**
 * A schema that is described for itself: a component, or an object that stands inside of another.
 *
 * @param name of the component, or where the object stands: {@code Pet}, {@code Pet.owner}
 * @param kind what it is made of
 * @param className the generated class; empty where there is none
 * @param fields by their JSON names, in the document's order; of objects, and of unions that have
 *     them beside their alternatives
 * @param type what it stands for; of objects any JSON, with their own constraints
 * @param further what fields without a name of their own hold; of objects only
 * @param closed whether further fields are ruled out
 * @param component whether the document names it; else it stands inside of something else
 */
public record Structure(
    String name,
    Kind kind,
    String className,
    String description,
    Map<String, Field> fields,
    TypeUse type,
    TypeUse further,
    boolean closed,
    boolean component) {

  /** What a structure is made of. */
  public enum Kind {
    OBJECT("object"),
    ENUM("enum"),
    UNION("union"),
    OTHER("type");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  static Structure object(
      String name,
      String className,
      String description,
      Map<String, Field> fields,
      TypeUse type,
      TypeUse further,
      boolean closed,
      boolean component) {
    return new Structure(
        name, Kind.OBJECT, className, description, fields, type, further, closed, component);
  }

  static Structure other(
      String name,
      Kind kind,
      String className,
      String description,
      Map<String, Field> fields,
      TypeUse type,
      boolean closed) {
    return new Structure(
        name, kind, className, description, fields, type, TypeUse.ANYTHING, closed, true);
  }

  public boolean isObject() {
    return kind == Kind.OBJECT;
  }

  /** The values of an enum; none of all else. */
  public List<String> values() {
    return type.wire() instanceof WireType.Values named ? named.values() : List.of();
  }
}
