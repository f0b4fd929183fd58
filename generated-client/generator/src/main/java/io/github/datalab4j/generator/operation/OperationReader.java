package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.document.ServerWords;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one operation of the document into a method of a Retrofit interface. */
final class OperationReader {
  private static final int MOST_PARAMETERS = 125;

  private final DocumentOperation source;
  private final MethodScope scope;
  private final References references;
  private final SecurityReader security;
  private final RetrofitPath path;

  OperationReader(
      DocumentOperation source, MethodScope scope, References references, SecurityReader security) {
    this.source = source;
    this.scope = scope;
    this.references = references;
    this.security = security;
    this.path = RetrofitPath.of(source.id().path());
    if (RetrofitPath.hasDots(source.id().path())) {
      scope.findings().invalid(scope.where(), "the path's segments . and .. are left out");
    }
    if (path.hasEncodedColon()) {
      scope
          .findings()
          .degraded(scope.where(), "a colon in the path's first segment goes out as %3A");
    }
  }

  OperationSpec read() {
    List<Server> servers = OwnServers.of(source);
    if (!servers.isEmpty()) {
      scope.findings().degraded(scope.where(), OwnServers.finding(servers));
    }
    List<ParameterSpec> plain = parameters();
    BodySpec body = body();
    List<ParameterSpec> parameters = bounded(ordered(plain, body.parameters()));
    ResultReader results = new ResultReader(scope, references);
    ResultSpec result = results.read(source.operation().getResponses(), source.id().method());
    List<String> annotations = new ArrayList<>();
    String deprecation = Deprecation.of(source.operation());
    if (body.encoding() == BodySpec.Encoding.MULTIPART) {
      annotations.add(scope.retrofit("Multipart", ""));
    } else if (body.encoding() == BodySpec.Encoding.FORM) {
      annotations.add(scope.retrofit("FormUrlEncoded", ""));
    }
    annotations.addAll(results.annotations());
    annotations.add(http(!body.parameters().isEmpty()));
    return new OperationSpec(
        source.id(),
        scope.methodName(),
        docs(),
        deprecation,
        annotations,
        parameters,
        result,
        new AnswerWords(scope, references).of(source.operation().getResponses(), result),
        ServerWords.of(servers),
        security.of(source.operation()),
        body.factories(),
        body.factories().isEmpty() ? "" : scope.partsClass());
  }

  private List<ParameterSpec> parameters() {
    ParameterReader reader = new ParameterReader(scope, path);
    Map<String, String> undeclared = new LinkedHashMap<>(path.placeholders());
    List<ParameterSpec> specs = new ArrayList<>();
    for (Parameter parameter : declared().values()) {
      if ("path".equals(parameter.getIn()) && undeclared.remove(parameter.getName()) == null) {
        scope
            .findings()
            .invalid(
                scope.where(),
                "the path has no place for parameter " + parameter.getName() + "; it is left out");
        continue;
      }
      ParameterSpec spec = reader.read(parameter);
      if (spec != null) {
        specs.add(spec);
      }
    }
    for (String name : undeclared.keySet()) {
      specs.add(reader.undeclared(name));
    }
    return specs;
  }

  /** The operation's own parameters override those of its path. */
  private Map<String, Parameter> declared() {
    Map<String, Parameter> declared = new LinkedHashMap<>();
    addDeclared(source.pathItem().getParameters(), declared);
    addDeclared(source.operation().getParameters(), declared);
    return declared;
  }

  private void addDeclared(List<Parameter> parameters, Map<String, Parameter> declared) {
    if (parameters == null) {
      return;
    }
    for (Parameter parameter : parameters) {
      Parameter target = parameter == null ? null : references.parameter(parameter, scope.where());
      if (target != null && target.getName() != null) {
        declared.put(target.getIn() + " " + target.getName(), target);
      }
    }
  }

  private BodySpec body() {
    RequestBody body = source.operation().getRequestBody();
    RequestBody target = body == null ? null : references.requestBody(body, scope.where());
    if (target == null) {
      return new BodySpec();
    }
    String method = source.id().method();
    if (method.equals("GET") || method.equals("HEAD")) {
      scope
          .findings()
          .degraded(scope.where(), "OkHttp sends no body with " + method + "; it is left out");
      return new BodySpec();
    }
    return new BodyReader(scope).read(target);
  }

  /** Retrofit wants paths before queries; what may be left out comes last. */
  private static List<ParameterSpec> ordered(List<ParameterSpec> plain, List<ParameterSpec> body) {
    List<ParameterSpec> ordered = new ArrayList<>();
    for (ParameterSpec parameter : plain) {
      if (parameter.place() == ParameterSpec.Place.PATH) {
        ordered.add(parameter);
      }
    }
    for (ParameterSpec parameter : plain) {
      if (parameter.required() && parameter.place() != ParameterSpec.Place.PATH) {
        ordered.add(parameter);
      }
    }
    ordered.addAll(body);
    for (ParameterSpec.Place place :
        new ParameterSpec.Place[] {
          ParameterSpec.Place.QUERY, ParameterSpec.Place.HEADER, ParameterSpec.Place.COOKIE
        }) {
      for (ParameterSpec parameter : plain) {
        if (!parameter.required() && parameter.place() == place) {
          ordered.add(parameter);
        }
      }
    }
    return Collections.unmodifiableList(ordered);
  }

  /** A method takes 255 words of parameters, and two for a long or double. */
  private List<ParameterSpec> bounded(List<ParameterSpec> parameters) {
    if (parameters.size() <= MOST_PARAMETERS) {
      return parameters;
    }
    scope
        .findings()
        .degraded(
            scope.where(),
            "a method cannot take all of its "
                + parameters.size()
                + " parameters; only the first "
                + MOST_PARAMETERS
                + " are sent");
    return parameters.subList(0, MOST_PARAMETERS);
  }

  private String http(boolean hasBody) {
    String method = source.id().method();
    String template = MethodScope.literal(path.template());
    boolean withBody = hasBody && Arrays.asList("DELETE", "OPTIONS", "TRACE").contains(method);
    if (withBody || method.equals("TRACE")) {
      String start = "method = \"" + method + "\", path = " + template;
      return scope.retrofit("HTTP", withBody ? start + ", hasBody = true" : start);
    }
    return scope.retrofit(method, template);
  }

  private List<String> docs() {
    Operation operation = source.operation();
    String summary = operation.getSummary() == null ? "" : operation.getSummary().trim();
    String description =
        operation.getDescription() == null ? "" : operation.getDescription().trim();
    boolean same = description.isEmpty() || description.equals(summary);
    String text = same ? summary : summary.isEmpty() ? description : summary + "\n\n" + description;
    return MethodScope.docs(text.isEmpty() ? source.id().key() : text);
  }
}
