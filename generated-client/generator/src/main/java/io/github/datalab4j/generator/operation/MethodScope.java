package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.naming.MemberNames;
import io.github.datalab4j.generator.naming.NameScope;
import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.schema.Shape;
import io.github.datalab4j.generator.schema.ShapeWords;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parts of one method share while they are read: names, imports, findings. */
final class MethodScope {
  private static final String NULLABLE = "org.jspecify.annotations.Nullable";

  private final FileScope file;
  private final String methodName;
  private final String where;
  private final NameScope parameterNames = NameScope.ofMembers();
  private String partsClass = "";

  MethodScope(FileScope file, String methodName, String where) {
    this.file = file;
    this.methodName = methodName;
    this.where = where;
  }

  String methodName() {
    return methodName;
  }

  String where() {
    return where;
  }

  boolean withHttpInfo() {
    return file.withHttpInfo;
  }

  /** The class that makes the method's file parts; from the first call on there is one. */
  String partsClass() {
    if (partsClass.isEmpty()) {
      partsClass = file.takePartsClass(where, methodName);
    }
    return partsClass;
  }

  /** Names the methods of that class. */
  MemberNames partNames() {
    return file.partNames(where);
  }

  Findings findings() {
    return file.findings;
  }

  Imports imports() {
    return file.imports;
  }

  Shape shapeOf(Schema<?> schema) {
    return file.types.shape(schema);
  }

  /** The type of the body or of the answer. */
  JavaType typeOf(@Nullable Schema<?> schema, String valueName) {
    return typeOf(schema, valueName, valueName);
  }

  /** The type of a parameter, part or field. */
  JavaType typeOf(@Nullable Schema<?> schema, ParameterSpec.Place place, String wireName) {
    return typeOf(schema, wireName, place + " " + wireName);
  }

  /** One without any schema is text. */
  private JavaType typeOf(@Nullable Schema<?> schema, String valueName, String place) {
    if (schema == null) {
      return JavaType.STRING;
    }
    JavaType type = file.types.resolve(schema, methodName, valueName, where + " " + place);
    file.imports.addAll(type.imports(file.modelPackage));
    return type;
  }

  /**
   * What the document says of a value beside its type.
   *
   * @param deprecated whether it is told where the value is used
   */
  List<String> facts(@Nullable Schema<?> schema, JavaType type, boolean deprecated) {
    List<String> facts = new ArrayList<>();
    Shape shape = schema == null ? null : shapeOf(schema);
    if (deprecated || (shape != null && shape.deprecated())) {
      facts.add("deprecated");
    }
    if (shape != null && shape.defaultValue() != null) {
      facts.add("default " + ShapeWords.text(shape.defaultValue()));
    }
    if (schema != null) {
      facts.addAll(ShapeWords.of(schema, type, this::shapeOf));
    }
    return facts;
  }

  String parameterName(String wireName) {
    String wish = JavaNames.member(wireName);
    String name = parameterNames.unique(wish);
    if (!name.equals(wish)) {
      file.findings.renamed(where + " " + wireName, "the parameter is named " + name);
    }
    return name;
  }

  /** As source: the type of a parameter that is given or may be null. */
  String source(JavaType type, boolean required) {
    if (required && !type.nullable()) {
      return type.source();
    }
    file.imports.add(NULLABLE);
    return type.optional();
  }

  /** As source: a class of a library or ours, perhaps nullable, perhaps nested. */
  String source(String className, String nested, boolean required) {
    String name = file.imports.name(className);
    if (!required) {
      file.imports.add(NULLABLE);
    }
    String mark = required ? "" : "@Nullable ";
    return nested.isEmpty() ? mark + name : name + "." + mark + nested;
  }

  /** As source: one of Retrofit's annotations. */
  String retrofit(String name, String arguments) {
    return annotation("retrofit2.http." + name, arguments);
  }

  /** As source: one of the annotations that are generated with the support code. */
  String support(String name, String arguments) {
    return annotation(file.supportPackage + "." + name, arguments);
  }

  private String annotation(String className, String arguments) {
    String name = "@" + file.imports.name(className);
    return arguments.isEmpty() ? name : name + "(" + arguments + ")";
  }

  /** As source: what has to stand beside a list or map whose elements may be null; else empty. */
  String elements(JavaType type) {
    return hasNullableElements(type)
        ? " " + annotation(file.modelPackage + ".NullableElements", "")
        : "";
  }

  private static boolean hasNullableElements(JavaType type) {
    if (!type.is(JavaType.Kind.LIST) && !type.is(JavaType.Kind.MAP)) {
      return false;
    }
    JavaType element = type.element();
    boolean nullable = element.nullable() && !element.is(JavaType.Kind.FREE_FORM);
    return nullable || hasNullableElements(element);
  }

  String style(Styles style) {
    return style(style, "");
  }

  /** As source: how a value is written, and under which name where it has another in Java. */
  String style(Styles style, String name) {
    String enumClass = file.imports.name(file.supportPackage + ".ParameterStyle") + ".Style";
    return support("ParameterStyle", style.arguments(enumClass, name));
  }

  static String literal(String text) {
    return JavaText.literal(text);
  }

  static List<String> docs(@Nullable String text) {
    return text == null || text.trim().isEmpty() ? Collections.emptyList() : JavaText.javadoc(text);
  }
}
