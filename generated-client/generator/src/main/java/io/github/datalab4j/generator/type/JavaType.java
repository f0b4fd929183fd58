package io.github.datalab4j.generator.type;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a schema's values are typed in generated source. Immutable; equal when the written types are
 * equal and take null alike.
 */
public final class JavaType {
  /** What a type is made of. */
  public enum Kind {
    /** Any text; dates and times too. */
    STRING("String", "String"),
    /** A JSON integer of 32 bits. */
    INT("int", "Integer"),
    /** A JSON integer. */
    LONG("long", "Long"),
    /** A JSON number of 32 bits. */
    FLOAT("float", "Float"),
    /** A JSON number. */
    DOUBLE("double", "Double"),
    /** A JSON boolean. */
    BOOLEAN("boolean", "Boolean"),
    /** A file: bytes in forms, parts and bodies; text where JSON holds it. */
    BINARY("String", "String"),
    /** A generated open enum. */
    ENUM("", ""),
    /** A generated model. */
    OBJECT("", ""),
    /** A generated union. */
    UNION("", ""),
    /** An immutable list. */
    LIST("List", "List"),
    /** An immutable map from text. */
    MAP("Map", "Map"),
    /** Any JSON: null, text, numbers, booleans, lists and maps. */
    FREE_FORM("Object", "Object");

    private final String source;
    private final String boxed;

    Kind(String source, String boxed) {
      this.source = source;
      this.boxed = boxed;
    }
  }

  /** Any JSON value, null too. */
  public static final JavaType FREE_FORM = new JavaType(Kind.FREE_FORM, "", null, true);

  /** Text. */
  public static final JavaType STRING = scalar(Kind.STRING);

  private final Kind kind;
  private final String modelName;
  private final @Nullable JavaType element;
  private final boolean nullable;

  private JavaType(Kind kind, String modelName, @Nullable JavaType element, boolean nullable) {
    this.kind = kind;
    this.modelName = modelName;
    this.element = element;
    this.nullable = nullable;
  }

  /** A type without parts: text, number, boolean or binary. */
  public static JavaType scalar(Kind kind) {
    return new JavaType(kind, "", null, false);
  }

  /** A generated class: enum, object or union. */
  public static JavaType model(Kind kind, String className) {
    return new JavaType(kind, className, null, false);
  }

  public static JavaType list(JavaType element) {
    return new JavaType(Kind.LIST, "", element, false);
  }

  public static JavaType map(JavaType value) {
    return new JavaType(Kind.MAP, "", value, false);
  }

  public Kind kind() {
    return kind;
  }

  public boolean is(Kind other) {
    return kind == other;
  }

  /** Whether JSON null is one of its values. */
  public boolean nullable() {
    return nullable;
  }

  /** The same type, with or without null; free-form JSON always takes null. */
  public JavaType withNullable(boolean takesNull) {
    boolean result = takesNull || kind == Kind.FREE_FORM;
    return result == nullable ? this : new JavaType(kind, modelName, element, result);
  }

  /** The type of the elements of a list or of the values of a map. */
  public JavaType element() {
    if (element == null) {
      throw new IllegalStateException(this + " has no elements");
    }
    return element;
  }

  /** The simple name of a generated class, in the model package; empty for all else. */
  public String modelName() {
    return modelName;
  }

  /** Whether it is a generated class. */
  public boolean isModel() {
    return !modelName.isEmpty();
  }

  /** Whether a value is one plain text on the wire: in a path, a query, a header, a text part. */
  public boolean isPlainText() {
    return isPrimitive() || kind == Kind.STRING || kind == Kind.ENUM;
  }

  /** Whether it is written as a Java primitive where null is impossible. */
  public boolean isPrimitive() {
    return kind == Kind.INT
        || kind == Kind.LONG
        || kind == Kind.FLOAT
        || kind == Kind.DOUBLE
        || kind == Kind.BOOLEAN;
  }

  public boolean isBinary() {
    return kind == Kind.BINARY;
  }

  /** Whether it is a list of files. */
  public boolean isBinaryList() {
    return kind == Kind.LIST && element().isBinary();
  }

  /** As written where null is impossible: {@code long}, {@code List<@Nullable String>}. */
  public String source() {
    return isPrimitive() ? kind.source : boxed();
  }

  /** As written where a reference is needed: {@code Long}, {@code Map<String, Pet>}. */
  public String boxed() {
    if (kind == Kind.LIST) {
      return "List<" + element().argument() + ">";
    }
    if (kind == Kind.MAP) {
      return "Map<String, " + element().argument() + ">";
    }
    return isModel() ? modelName : kind.boxed;
  }

  /** As written for a value that must be given: {@code long}, {@code @Nullable Long}. */
  public String required() {
    return nullable ? optional() : source();
  }

  /** As written for a value that may be left out: {@code @Nullable Long}. */
  public String optional() {
    return "@Nullable " + boxed();
  }

  /** A word for it in names: {@code Pet}, {@code String}, {@code LongList}. */
  public String label() {
    if (kind == Kind.LIST || kind == Kind.MAP) {
      return element().label() + kind.boxed;
    }
    String source = source();
    return Character.toUpperCase(source.charAt(0)) + source.substring(1);
  }

  /** Whether it is free-form JSON, or lists or maps of it. */
  public boolean isDeeplyFreeForm() {
    return kind == Kind.FREE_FORM || (element != null && element.isDeeplyFreeForm());
  }

  /** As written as a type argument: {@code Pet}, {@code @Nullable Long}. */
  public String argument() {
    return nullable ? optional() : boxed();
  }

  /** The raw class, for a class literal: {@code Pet}, {@code List}. */
  public String raw() {
    return kind == Kind.LIST || kind == Kind.MAP ? kind.boxed : boxed();
  }

  /**
   * What has to be imported to write the type, sorted.
   *
   * @param modelPackage the package of the generated models; empty from inside of it
   */
  public Set<String> imports(String modelPackage) {
    Set<String> imports = new TreeSet<>();
    collectImports(modelPackage, imports);
    return imports;
  }

  private void collectImports(String modelPackage, Set<String> imports) {
    if (nullable) {
      imports.add("org.jspecify.annotations.Nullable");
    }
    if (isModel() && !modelPackage.isEmpty()) {
      imports.add(modelPackage + "." + modelName);
    }
    if (kind == Kind.LIST || kind == Kind.MAP) {
      imports.add("java.util." + kind.source);
      element().collectImports(modelPackage, imports);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JavaType
        && kind == ((JavaType) other).kind
        && nullable == ((JavaType) other).nullable
        && modelName.equals(((JavaType) other).modelName)
        && Objects.equals(element, ((JavaType) other).element);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, modelName, element, nullable);
  }

  @Override
  public String toString() {
    return required();
  }
}
