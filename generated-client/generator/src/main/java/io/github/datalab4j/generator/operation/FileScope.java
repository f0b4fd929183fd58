package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.report.Findings;

/** What the methods of one interface share while they are read. */
final class FileScope {
  final Imports imports = new Imports();
  final TypeResolver types;
  final Findings findings;
  final String modelPackage;
  final String supportPackage;
  final boolean withHttpInfo;

  FileScope(
      TypeResolver types,
      Findings findings,
      String modelPackage,
      String supportPackage,
      boolean withHttpInfo) {
    this.types = types;
    this.findings = findings;
    this.modelPackage = modelPackage;
    this.supportPackage = supportPackage;
    this.withHttpInfo = withHttpInfo;
  }
}
