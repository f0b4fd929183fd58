package io.github.datalab4j.generator.operation;

import java.util.ArrayList;
import java.util.List;

/** One generated interface: the operations of a tag. */
public final class ApiSpec {
  private final String className;
  private final List<String> javadoc;
  private final List<String> imports;
  private final List<OperationSpec> operations;

  ApiSpec(
      String className,
      List<String> javadoc,
      List<String> imports,
      List<OperationSpec> operations) {
    this.className = className;
    this.javadoc = javadoc;
    this.imports = imports;
    this.operations = operations;
  }

  public String className() {
    return className;
  }

  /** The whole comment, line by line. */
  public List<String> javadoc() {
    return javadoc;
  }

  /** Sorted. */
  public List<String> imports() {
    return imports;
  }

  /** In the order of the document. */
  public List<OperationSpec> operations() {
    return operations;
  }

  public List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    operations.forEach(operation -> methods.addAll(operation.methods()));
    return methods;
  }
}
