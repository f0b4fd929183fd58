package io.github.datalab4j.generator.operation;

import java.util.List;

/** A generated class that makes the file parts of one operation. */
public final class PartsSpec {
  private final String apiName;
  private final OperationSpec operation;

  PartsSpec(String apiName, OperationSpec operation) {
    this.apiName = apiName;
    this.operation = operation;
  }

  public String className() {
    return operation.partsClass();
  }

  /** The key of the operation. */
  public String operation() {
    return operation.id().key();
  }

  /** The interface of the operation. */
  public String apiName() {
    return apiName;
  }

  /** The method of the operation. */
  public String methodName() {
    return operation.name();
  }

  public List<PartFactory> factories() {
    return operation.factories();
  }
}
