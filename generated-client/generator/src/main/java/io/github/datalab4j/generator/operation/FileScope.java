package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.naming.MemberNames;
import io.github.datalab4j.generator.report.Findings;

/** What the methods of one interface share while they are read. */
final class FileScope {
  final Imports imports = new Imports();
  final TypeResolver types;
  final Findings findings;
  final String modelPackage;
  final String supportPackage;
  final boolean withHttpInfo;
  private final String apiName;
  private final PartsNames partsNames;

  FileScope(
      String apiName,
      PartsNames partsNames,
      TypeResolver types,
      Findings findings,
      String modelPackage,
      String supportPackage,
      boolean withHttpInfo) {
    this.apiName = apiName;
    this.partsNames = partsNames;
    this.types = types;
    this.findings = findings;
    this.modelPackage = modelPackage;
    this.supportPackage = supportPackage;
    this.withHttpInfo = withHttpInfo;
  }

  /** Takes a name for the class that makes the file parts of a method. */
  String takePartsClass(String operation, String methodName) {
    return partsNames.take(operation, apiName, methodName);
  }

  /** Names the methods of that class. */
  MemberNames partNames(String operation) {
    return partsNames.ofMembers(operation, findings);
  }
}
