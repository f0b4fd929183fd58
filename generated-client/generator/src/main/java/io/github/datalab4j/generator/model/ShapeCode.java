package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.List;

/** The statements that describe an object's fields to a union, for {@code ObjectChoice}. */
final class ShapeCode {
  private static final int MOST_CONSTANTS = 100;

  private static final int LONGEST = 1_000;

  private ShapeCode() {}

  static List<String> of(ObjectModel model) {
    List<String> statements = new ArrayList<>();
    for (FieldSpec field : model.fields()) {
      StringBuilder call = new StringBuilder("shape.field(").append(field.jsonLiteral());
      call.append(", ").append(field.required()).append(", \"");
      call.append(tokens(field.type())).append('"');
      call.append(", ").append(field.constants().size() == 1);
      if (field.constants().size() <= MOST_CONSTANTS
          && field.constants().stream().allMatch(c -> c.toString().length() <= LONGEST)) {
        for (Object constant : field.constants()) {
          call.append(", ").append(JavaText.literal(constant.toString()));
        }
      }
      statements.add(call.append(");").toString());
    }
    return statements;
  }

  /** A letter for each kind of JSON that the type takes; nothing where it takes any. */
  static String tokens(JavaType type) {
    String orNull = type.nullable() ? "z" : "";
    switch (type.kind()) {
      case STRING:
      case BINARY:
        return "s" + orNull;
      case INT:
      case LONG:
      case FLOAT:
      case DOUBLE:
        return "n" + orNull;
      case BOOLEAN:
        return "b" + orNull;
      case LIST:
        return "a" + orNull;
      case OBJECT:
      case MAP:
        return "o" + orNull;
      case ENUM:
        return "sn" + orNull;
      default:
        return "";
    }
  }
}
