package io.github.datalab4j.generator.operation;

import java.util.List;

/** One method as the template writes it. */
public final class MethodSpec {
  private final List<String> javadoc;
  private final List<String> annotations;
  private final String returnType;
  private final String name;
  private final List<String> parameters;

  MethodSpec(
      List<String> javadoc,
      List<String> annotations,
      String returnType,
      String name,
      List<String> parameters) {
    this.javadoc = javadoc;
    this.annotations = annotations;
    this.returnType = returnType;
    this.name = name;
    this.parameters = parameters;
  }

  /** The whole comment, line by line. */
  public List<String> javadoc() {
    return javadoc;
  }

  /** As source, one a line. */
  public List<String> annotations() {
    return annotations;
  }

  public String returnType() {
    return returnType;
  }

  public String name() {
    return name;
  }

  /** As source: annotations, type and name. */
  public List<String> parameters() {
    return parameters;
  }
}
