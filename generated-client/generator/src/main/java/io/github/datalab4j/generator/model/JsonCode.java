package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How an adapter reads and writes values of each type, and the adapters that it needs for that. */
final class JsonCode {
  private final List<AdapterField> fields = new ArrayList<>();
  private final Map<JavaType, String> names = new HashMap<>();
  private final NameScope scope = NameScope.ofMembers();

  /** The adapters that the expressions given until now refer to. */
  List<AdapterField> fields() {
    return fields;
  }

  boolean needsMoshi() {
    return fields.stream().anyMatch(field -> field.expression.contains("moshi."));
  }

  /** An expression that reads a value from {@code reader}. */
  String read(JavaType type) {
    boolean orNull = type.nullable() && !type.is(JavaType.Kind.FREE_FORM);
    String read = readNotNull(type);
    return orNull ? "StrictJson.readNull(reader) ? null : " + read : read;
  }

  /** As {@link #read}, of a text, by the constant of the adapter that knows the likely ones. */
  static String readLikely(JavaType type, String constant) {
    String read = constant + ".read(reader)";
    return type.nullable() ? "StrictJson.readNull(reader) ? null : " + read : read;
  }

  private String readNotNull(JavaType type) {
    switch (type.kind()) {
      case STRING:
      case BINARY:
        return "StrictJson.readString(reader)";
      case INT:
        return "StrictJson.readInt(reader)";
      case LONG:
        return "StrictJson.readLong(reader)";
      case FLOAT:
      case DOUBLE:
        return "StrictJson.readDouble(reader)";
      case BOOLEAN:
        return "StrictJson.readBoolean(reader)";
      case ENUM:
        return type.modelName() + "JsonAdapter.read(reader)";
      case FREE_FORM:
        return "FreeFormJson.read(reader)";
      default:
        return adapterField(type) + ".fromJson(reader)";
    }
  }

  /** A statement that writes the value of an expression, which is not null, to {@code writer}. */
  String writeNotNull(JavaType type, String expression) {
    switch (type.kind()) {
      case STRING:
      case BINARY:
      case INT:
      case LONG:
      case FLOAT:
      case DOUBLE:
      case BOOLEAN:
        return "writer.value(" + expression + ");";
      case ENUM:
        return "writer.value(" + expression + ".value());";
      case FREE_FORM:
        return "FreeFormJson.write(writer, " + expression + ");";
      default:
        return adapterField(type) + ".toJson(writer, " + expression + ");";
    }
  }

  /** The name of a field of the adapter that holds an adapter for the type, without null. */
  String adapterField(JavaType nullableOrNot) {
    JavaType type = nullableOrNot.withNullable(false);
    String name = names.get(type);
    if (name == null) {
      String label = type.label();
      String adapter = adapter(type);
      name = scope.unique(Character.toLowerCase(label.charAt(0)) + label.substring(1) + "Adapter");
      names.put(type, name);
      fields.add(new AdapterField(name, type, adapter));
    }
    return name;
  }

  /** An expression that makes an adapter. */
  private String adapter(JavaType type) {
    String adapter = adapterNotNull(type);
    boolean orNull = type.nullable() && !type.is(JavaType.Kind.FREE_FORM);
    return orNull ? "StrictJson.orNull(" + adapter + ")" : adapter;
  }

  private String adapterNotNull(JavaType type) {
    switch (type.kind()) {
      case STRING:
      case BINARY:
        return "StrictJson.STRING";
      case INT:
        return "StrictJson.INT";
      case LONG:
        return "StrictJson.LONG";
      case FLOAT:
      case DOUBLE:
        return "StrictJson.DOUBLE";
      case BOOLEAN:
        return "StrictJson.BOOLEAN";
      case ENUM:
        return "new " + type.modelName() + "JsonAdapter()";
      case LIST:
        return "new ListJsonAdapter<>(" + adapter(type.element()) + ")";
      case MAP:
        return "new MapJsonAdapter<>(" + adapter(type.element()) + ")";
      case FREE_FORM:
        return "FreeFormJson.ADAPTER";
      default:
        return "moshi.adapter(" + type.modelName() + ".class)";
    }
  }

  /** An adapter within an adapter. */
  public static final class AdapterField {
    private final String name;
    private final JavaType type;
    private final String expression;

    AdapterField(String name, JavaType type, String expression) {
      this.name = name;
      this.type = type;
      this.expression = expression;
    }

    public String name() {
      return name;
    }

    public JavaType type() {
      return type;
    }

    /** The expression that makes it, from {@code moshi}. */
    public String expression() {
      return expression;
    }
  }
}
