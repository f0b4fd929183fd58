package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.naming.MemberNames;
import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open enum: constants for the values that the document names, and room for any other. */
public final class EnumModel extends ModelSpec {
  private final JavaType valueType;
  private final List<Constant> constants = new ArrayList<>();

  EnumModel(
      String className, String origin, JavaType valueType, List<Object> values, ModelNames names) {
    super(className, origin);
    this.valueType = valueType;
    NameScope scope = NameScope.ofMembers();
    scope.take("UNRECOGNIZED");
    scope.take("ALL");
    MemberNames constantNames = names.ofMembers(className, scope);
    for (Object value : values) {
      constantNames.keep(Literals.ofScalar(valueType, value), JavaNames.constant(value.toString()));
    }
    for (Object value : values) {
      String literal = Literals.ofScalar(valueType, value);
      String name = constantNames.name(literal, JavaNames.constant(value.toString()));
      constants.add(new Constant(name, value, literal));
    }
  }

  /** Text, whole number or number. */
  public JavaType valueType() {
    return valueType;
  }

  public List<Constant> constants() {
    return Collections.unmodifiableList(constants);
  }

  /** The constant of that value, or null. */
  public @Nullable Constant constant(Object value) {
    for (Constant constant : constants) {
      if (constant.value.equals(value)) {
        return constant;
      }
    }
    return null;
  }

  /** Whether the values are text. */
  public boolean isText() {
    return valueType.is(JavaType.Kind.STRING);
  }

  /** The expression that reads a value. */
  public String read() {
    return new JsonCode().read(valueType);
  }

  public String equalValue() {
    String other = "((" + className() + ") other).value";
    if (isText()) {
      return "this.value.equals(" + other + ")";
    }
    return valueType.is(JavaType.Kind.DOUBLE)
        ? "Double.compare(this.value, " + other + ") == 0"
        : "this.value == " + other;
  }

  public String hash() {
    return isText() ? "this.value.hashCode()" : "Objects.hashCode(this.value)";
  }

  public String text() {
    return isText() ? "this.value" : "String.valueOf(this.value)";
  }

  @Override
  public boolean adapterNeedsMoshi() {
    return false;
  }

  /** One value that the document names. */
  public static final class Constant {
    private final String name;
    private final Object value;
    private final String literal;

    Constant(String name, Object value, String literal) {
      this.name = name;
      this.value = value;
      this.literal = literal;
    }

    public String name() {
      return name;
    }

    /** The value as the document has it. */
    public Object value() {
      return value;
    }

    /** The value, escaped for Javadoc. */
    public String javadoc() {
      String text = value.toString();
      String shown = text.length() <= 60 ? text : text.substring(0, 60) + "...";
      return text.trim().isEmpty() ? "a blank text" : String.join(" ", JavaText.javadoc(shown));
    }

    /** The value as a Java literal. */
    public String literal() {
      return literal;
    }
  }
}
