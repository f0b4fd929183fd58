package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.parameters.Parameter;

/** How a value is serialized, by the names of the generated {@code ParameterStyle.Style}. */
final class Styles {
  static final Styles JSON = new Styles("JSON", false, false);

  final String style;
  final boolean explode;
  final boolean allowReserved;

  Styles(String style, boolean explode, boolean allowReserved) {
    this.style = style;
    this.explode = explode;
    this.allowReserved = allowReserved;
  }

  static Styles of(Parameter parameter) {
    boolean form = "query".equals(parameter.getIn()) || "cookie".equals(parameter.getIn());
    String style = parameter.getStyle() == null ? "" : parameter.getStyle().toString();
    return of(
        style.isEmpty() ? (form ? "form" : "simple") : style,
        parameter.getExplode(),
        parameter.getAllowReserved());
  }

  static Styles of(Encoding encoding) {
    String style = encoding.getStyle() == null ? "form" : encoding.getStyle().toString();
    return of(style, encoding.getExplode(), encoding.getAllowReserved());
  }

  private static Styles of(String style, Boolean explode, Boolean allowReserved) {
    boolean exploded = explode == null ? style.equals("form") : explode;
    return new Styles(constant(style), exploded, Boolean.TRUE.equals(allowReserved));
  }

  private static String constant(String style) {
    switch (style) {
      case "label":
        return "LABEL";
      case "matrix":
        return "MATRIX";
      case "spaceDelimited":
        return "SPACE_DELIMITED";
      case "pipeDelimited":
        return "PIPE_DELIMITED";
      case "deepObject":
        return "DEEP_OBJECT";
      case "simple":
        return "SIMPLE";
      default:
        return "FORM";
    }
  }

  /** Whether Retrofit alone writes such a query parameter or field so: one text, or repeated. */
  boolean isPlainRepetition(JavaType type) {
    if (allowReserved || style.equals("JSON")) {
      return false;
    }
    boolean list = type.is(JavaType.Kind.LIST) && type.element().isPlainText();
    return type.isPlainText() || (list && explode && !style.equals("DEEP_OBJECT"));
  }

  /**
   * The arguments of the annotation, as source.
   *
   * @param enumClass the name of the enum's class
   * @param name of the value, where the annotation has to tell it; else empty
   */
  String arguments(String enumClass, String name) {
    String value = enumClass + "." + style;
    if (!explode && !allowReserved && name.isEmpty()) {
      return value;
    }
    return "value = "
        + value
        + (explode ? ", explode = true" : "")
        + (allowReserved ? ", allowReserved = true" : "")
        + (name.isEmpty() ? "" : ", name = " + JavaText.literal(name));
  }

  /** For the surface file, for example {@code form exploded}. */
  @Override
  public String toString() {
    return style.toLowerCase(java.util.Locale.ROOT)
        + (explode ? " exploded" : "")
        + (allowReserved ? " reserved" : "");
  }
}
