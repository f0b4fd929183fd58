package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.type.JavaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns path, query, header and cookie parameters into parameters of a Retrofit method. */
final class ParameterReader {
  /** Not {@code Authorization}, which OpenAPI leaves to security schemes: nothing else sends it. */
  private static final List<String> OF_THE_BODIES = Arrays.asList("accept", "content-type");

  /**
   * A wrong one would leave the service waiting, or taking the next call for a part of this one.
   */
  private static final List<String> OF_THE_CONNECTION =
      Arrays.asList("content-length", "transfer-encoding");

  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

  private final MethodScope scope;
  private final RetrofitPath path;

  ParameterReader(MethodScope scope, RetrofitPath path) {
    this.scope = scope;
    this.path = path;
  }

  /** Null, with a finding, for what cannot be sent. */
  @Nullable ParameterSpec read(Parameter parameter) {
    String name = parameter.getName();
    String in = parameter.getIn() == null ? "" : parameter.getIn();
    if (JavaText.isTooLong(name)) {
      scope.findings().degraded(scope.where(), "a parameter with a long name: left out");
      return null;
    }
    Styles style = hasJsonContent(parameter) ? Styles.JSON : Styles.of(parameter);
    switch (in) {
      case "path":
        return path(parameter, style);
      case "query":
        return query(parameter, style);
      case "header":
        if (OF_THE_BODIES.contains(name.toLowerCase(Locale.ROOT))) {
          return refuse(parameter, "OpenAPI has the media types say it; it is left out");
        }
        if (OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
          return refuse(parameter, "the HTTP client sets it by what is sent; it is left out");
        }
        return name.matches(TOKEN) ? header(parameter, style) : refuse(parameter, "no header name");
      case "cookie":
        return cookie(parameter, style);
      default:
        return refuse(parameter, "no place that OpenAPI knows");
    }
  }

  /** A placeholder of the path that no parameter declares. */
  ParameterSpec undeclared(String placeholder) {
    scope
        .findings()
        .invalid(scope.where(), "path parameter " + placeholder + " is not declared; it is text");
    Parameter parameter = new Parameter().in("path").name(placeholder).required(true);
    return path(parameter, Styles.of(parameter));
  }

  private @Nullable ParameterSpec refuse(Parameter parameter, String reason) {
    scope
        .findings()
        .invalid(
            scope.where(), parameter.getIn() + " parameter " + parameter.getName() + ": " + reason);
    return null;
  }

  private static boolean hasJsonContent(Parameter parameter) {
    return parameter.getContent() != null
        && parameter.getContent().keySet().stream().anyMatch(MediaTypes::isJson);
  }

  private static @Nullable Schema<?> schema(Parameter parameter) {
    if (parameter.getSchema() == null && parameter.getContent() != null) {
      return parameter.getContent().values().stream()
          .findFirst()
          .map(media -> (Schema<?>) media.getSchema())
          .orElse(null);
    }
    return parameter.getSchema();
  }

  private ParameterSpec path(Parameter parameter, Styles style) {
    String name = parameter.getName();
    String placeholder = path.placeholder(name);
    JavaType type = type(parameter, ParameterSpec.Place.PATH).withNullable(false);
    if (type.is(JavaType.Kind.FREE_FORM)) {
      type = JavaType.STRING;
    }
    boolean plain =
        type.isPlainText() && style.style.equals("SIMPLE") && !path.startsWith(placeholder);
    String literal = MethodScope.literal(placeholder);
    // Retrofit leaves a comma or colon of the value as it is; where these mean something, we
    // encode.
    String annotations =
        plain
            ? scope.retrofit("Path", literal)
            : scope.retrofit("Path", "value = " + literal + ", encoded = true")
                + " "
                + scope.style(style, placeholder.equals(name) ? "" : name)
                + scope.elements(type);
    return spec(ParameterSpec.Place.PATH, parameter, true, type, annotations, plain ? null : style);
  }

  private ParameterSpec query(Parameter parameter, Styles style) {
    JavaType type = type(parameter, ParameterSpec.Place.QUERY);
    String literal = MethodScope.literal(parameter.getName());
    boolean plain = style.isPlainRepetition(type);
    String annotations =
        scope.retrofit("Query", literal)
            + (plain ? "" : " " + scope.style(style) + scope.elements(type));
    return spec(
        ParameterSpec.Place.QUERY, parameter, false, type, annotations, plain ? null : style);
  }

  private ParameterSpec header(Parameter parameter, Styles style) {
    JavaType type = type(parameter, ParameterSpec.Place.HEADER);
    boolean plain = type.isPlainText() && style.style.equals("SIMPLE");
    String annotations =
        scope.retrofit("Header", MethodScope.literal(parameter.getName()))
            + (plain ? "" : " " + scope.style(style) + scope.elements(type));
    return spec(
        ParameterSpec.Place.HEADER, parameter, false, type, annotations, plain ? null : style);
  }

  private ParameterSpec cookie(Parameter parameter, Styles style) {
    JavaType type = type(parameter, ParameterSpec.Place.COOKIE);
    boolean plain = type.isPlainText() && !style.style.equals("JSON");
    String annotations =
        scope.retrofit("Header", "\"Cookie\"")
            + " "
            + scope.support("CookieParam", MethodScope.literal(parameter.getName()))
            + (plain ? "" : " " + scope.style(style) + scope.elements(type));
    return spec(
        ParameterSpec.Place.COOKIE, parameter, false, type, annotations, plain ? null : style);
  }

  private JavaType type(Parameter parameter, ParameterSpec.Place place) {
    return scope.typeOf(schema(parameter), place, parameter.getName());
  }

  private ParameterSpec spec(
      ParameterSpec.Place place,
      Parameter parameter,
      boolean always,
      JavaType type,
      String annotations,
      @Nullable Styles style) {
    boolean required = always || Boolean.TRUE.equals(parameter.getRequired());
    return new ParameterSpec(
        place,
        parameter.getName(),
        scope.parameterName(parameter.getName()),
        required,
        annotations,
        scope.source(type, required),
        style == null ? "" : style.toString(),
        scope.facts(schema(parameter), type, Boolean.TRUE.equals(parameter.getDeprecated())),
        ParameterDocs.of(description(parameter), place, parameter.getName(), required));
  }

  private @Nullable String description(Parameter parameter) {
    if (parameter.getDescription() != null) {
      return parameter.getDescription();
    }
    Schema<?> schema = schema(parameter);
    return schema == null ? null : scope.shapeOf(schema).description();
  }
}
