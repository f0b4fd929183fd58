package io.github.datalab4j.generator.operation;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;

/** An operation as it stands in the document. */
final class DocumentOperation {
  private final OperationId id;
  private final Operation operation;
  private final PathItem pathItem;

  DocumentOperation(OperationId id, Operation operation, PathItem pathItem) {
    this.id = id;
    this.operation = operation;
    this.pathItem = pathItem;
  }

  OperationId id() {
    return id;
  }

  Operation operation() {
    return operation;
  }

  PathItem pathItem() {
    return pathItem;
  }
}
