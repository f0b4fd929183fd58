package io.github.datalab4j.upgrade.document;

import java.util.List;
import java.util.stream.Collectors;

/** What a value looks like on the wire, null aside. Its text is for people. */
public sealed interface WireType {
  /** Any JSON. */
  WireType ANYTHING = new Scalar("any JSON", "");

  /** Null and nothing else. */
  WireType NULL = new Scalar("null", "");

  /**
   * Text, a number, true or false, a file, anything.
   *
   * @param name {@code text}, {@code integer}, ...
   * @param format as the document has it; perhaps empty
   */
  record Scalar(String name, String format) implements WireType {
    @Override
    public String toString() {
      return format.isEmpty() ? name : name + " (" + format + ")";
    }
  }

  /** One of the values that the document names; as JSON, in the document's order. */
  record Values(List<String> values) implements WireType {
    @Override
    public String toString() {
      return values.size() == 1 ? "always " + values.get(0) : "one of " + String.join(", ", values);
    }
  }

  /** A structure that is described for itself. */
  record Named(String structure) implements WireType {
    @Override
    public String toString() {
      return structure;
    }
  }

  /** A list. */
  record ListOf(WireType element, boolean nullableElement) implements WireType {
    @Override
    public String toString() {
      return "list of " + inside(element, nullableElement);
    }
  }

  /** An object of which only the values are described. */
  record MapOf(WireType value, boolean nullableValue) implements WireType {
    @Override
    public String toString() {
      return value.equals(ANYTHING) ? "any object" : "map to " + inside(value, nullableValue);
    }
  }

  /** One of several, in the document's order. */
  record OneOf(List<WireType> alternatives) implements WireType {
    @Override
    public String toString() {
      return alternatives.stream().map(WireType::toString).collect(Collectors.joining(" or "));
    }
  }

  private static String inside(WireType type, boolean nullable) {
    boolean several = type instanceof OneOf || nullable;
    return several ? "(" + type + (nullable ? " or null)" : ")") : type.toString();
  }
}
