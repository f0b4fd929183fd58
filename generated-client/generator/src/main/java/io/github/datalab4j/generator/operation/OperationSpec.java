package io.github.datalab4j.generator.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** An operation of the document as the generated client offers it. */
public final class OperationSpec {
  private final OperationId id;
  private final String name;
  private final List<String> docs;
  private final String deprecation;
  private final List<String> annotations;
  private final List<ParameterSpec> parameters;
  private final ResultSpec result;
  private final List<String> answers;
  private final List<String> servers;
  private final Set<String> security;
  private final List<PartFactory> factories;
  private final String partsClass;

  OperationSpec(
      OperationId id,
      String name,
      List<String> docs,
      String deprecation,
      List<String> annotations,
      List<ParameterSpec> parameters,
      ResultSpec result,
      List<String> answers,
      List<String> servers,
      Set<String> security,
      List<PartFactory> factories,
      String partsClass) {
    this.id = id;
    this.name = name;
    this.docs = docs;
    this.deprecation = deprecation;
    this.annotations = annotations;
    this.parameters = parameters;
    this.result = result;
    this.answers = answers;
    this.servers = servers;
    this.security = security;
    this.factories = factories;
    this.partsClass = partsClass;
  }

  public OperationId id() {
    return id;
  }

  /** The name of the method. */
  public String name() {
    return name;
  }

  /** Why it is deprecated; empty where it is not. */
  public String deprecation() {
    return deprecation;
  }

  public List<ParameterSpec> parameters() {
    return parameters;
  }

  public ResultSpec result() {
    return result;
  }

  /** What is answered beside the result, for example {@code 404 no content}. */
  public List<String> answers() {
    return answers;
  }

  /** The addresses that it has for itself, in words; mostly none. */
  public List<String> servers() {
    return servers;
  }

  /** The ways in which a caller is let in, in words; empty where everybody is. */
  public Set<String> security() {
    return security;
  }

  /** Makers of the parts that are files; mostly none. */
  public List<PartFactory> factories() {
    return factories;
  }

  /** The class that holds the makers of parts; empty where there are none. */
  String partsClass() {
    return partsClass;
  }

  /** The methods of the interface that stand for it: one, or one more for the whole response. */
  public List<MethodSpec> methods() {
    Javadoc javadoc = new Javadoc().text(docs);
    if (!result.remark().isEmpty()) {
      javadoc.paragraph(result.remark());
    }
    MethodSpec plain = method(javadoc, result.type(), name);
    if (result.responseType().isEmpty()) {
      return Collections.singletonList(plain);
    }
    Javadoc more =
        new Javadoc()
            .text(
                Arrays.asList(
                    "The same as {@link #" + name + "}, answered by the whole response: status,",
                    "headers and body. An error status is a response too, and no error."));
    return Arrays.asList(
        plain, method(more, result.responseType(), name + OperationNames.WITH_HTTP_INFO));
  }

  private MethodSpec method(Javadoc javadoc, String returnType, String methodName) {
    List<String> sources = new ArrayList<>();
    for (ParameterSpec parameter : parameters) {
      sources.add(parameter.annotations() + " " + parameter.type() + " " + parameter.name());
      javadoc.tag("@param " + parameter.name(), parameter.docs());
    }
    List<String> marks = new ArrayList<>();
    if (!deprecation.isEmpty()) {
      javadoc.tag("@deprecated", MethodScope.docs(deprecation));
      marks.add("@Deprecated");
    }
    marks.addAll(annotations);
    return new MethodSpec(javadoc.lines(), marks, returnType, methodName, sources);
  }
}
