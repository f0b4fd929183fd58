package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One property of an object: its name, its type, and what happens when it is absent or null. */
public final class FieldSpec {
  private final String jsonName;
  private final String name;
  private final JavaType type;
  private final boolean required;
  private final List<Object> constants;
  private final List<String> words;
  private final List<String> likelyTexts;
  private final @Nullable Object defaultValue;
  private final List<String> javadoc;
  private final boolean deprecated;
  private final boolean secret;
  private @Nullable String defaultExpression;

  FieldSpec(Builder builder) {
    this.jsonName = builder.jsonName;
    this.name = builder.name;
    this.type = builder.type;
    this.required = builder.required;
    this.constants = Collections.unmodifiableList(new ArrayList<>(builder.constants));
    this.words = builder.words;
    this.likelyTexts = builder.likelyTexts;
    this.defaultValue = builder.defaultValue;
    this.javadoc = builder.javadoc;
    this.deprecated = builder.deprecated;
    this.secret = builder.secret;
  }

  /** The name in JSON, as it stands in the document. */
  public String jsonName() {
    return jsonName;
  }

  /** The JSON name as a string literal with its quotes. */
  public String jsonLiteral() {
    return JavaText.literal(jsonName);
  }

  /** The name in Java: of the field, the accessor and the builder's method. */
  public String name() {
    return name;
  }

  public JavaType type() {
    return type;
  }

  public boolean required() {
    return required;
  }

  /** Whether absent and null are two things here: optional, and null allowed. */
  public boolean tracksPresence() {
    return !required && type.nullable();
  }

  /** The only values that are allowed, if the document names just these; see {@code PlainValue}. */
  public List<Object> constants() {
    return constants;
  }

  /** What the document says of its values that the type does not show; mostly nothing. */
  public List<String> words() {
    return words;
  }

  /** Texts that it is likely to be, for an adapter to know; mostly none. */
  public List<String> likelyTexts() {
    return likelyTexts;
  }

  /** The default as the document has it, or null. */
  public @Nullable Object defaultValue() {
    return defaultValue;
  }

  /** The default as a Java expression of the field's type; null where there is none. */
  public @Nullable String defaultExpression() {
    return defaultExpression;
  }

  void defaultExpression(@Nullable String expression) {
    this.defaultExpression = expression;
  }

  public boolean hasDefault() {
    return defaultExpression != null;
  }

  public List<String> javadoc() {
    return javadoc;
  }

  public boolean deprecated() {
    return deprecated;
  }

  /** Whether it is a password, or another thing that is only ever sent. */
  public boolean secret() {
    return secret;
  }

  @Override
  public String toString() {
    return type + " " + name;
  }

  static final class Builder {
    final String jsonName;
    final String name;
    final JavaType type;
    boolean required;
    List<Object> constants = Collections.emptyList();
    List<String> words = Collections.emptyList();
    List<String> likelyTexts = Collections.emptyList();
    @Nullable Object defaultValue;
    List<String> javadoc = Collections.emptyList();
    boolean deprecated;
    boolean secret;

    Builder(String jsonName, String name, JavaType type) {
      this.jsonName = jsonName;
      this.name = name;
      this.type = type;
    }

    FieldSpec build() {
      return new FieldSpec(this);
    }
  }
}
