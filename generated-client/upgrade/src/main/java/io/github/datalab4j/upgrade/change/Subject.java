package io.github.datalab4j.upgrade.change;

import io.github.datalab4j.upgrade.document.ApiOperation;
import io.github.datalab4j.upgrade.document.Structure;

/**
 * What a change is about.
 *
 * @param operation the Java method before, {@code PetsApi.listPets}; empty where it is about none
 * @param structure the schema before; empty where it is about none
 * @param member the field, the input's wire name, or {@code answer} and a status; empty where it is
 *     about the whole
 * @param title for people
 */
public record Subject(String operation, String structure, String member, String title) {
  /** The document. */
  static final Subject DOCUMENT = new Subject("", "", "", "the document");

  static Subject of(ApiOperation operation) {
    return new Subject(operation.javaMethod(), "", "", operation.key());
  }

  static Subject ofAnswer(ApiOperation operation, String status) {
    return new Subject(operation.javaMethod(), "", "answer " + status, operation.key());
  }

  static Subject of(ApiOperation operation, String input) {
    return new Subject(operation.javaMethod(), "", input, operation.key());
  }

  static Subject of(Structure structure) {
    return new Subject("", structure.name(), "", structure.name());
  }

  static Subject of(Structure structure, String field) {
    return new Subject("", structure.name(), field, structure.name() + "." + field);
  }

  @Override
  public String toString() {
    return title;
  }
}
