package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.NameScope;
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
  private final NameScope classNames;

  FileScope(
      String apiName,
      NameScope classNames,
      TypeResolver types,
      Findings findings,
      String modelPackage,
      String supportPackage,
      boolean withHttpInfo) {
    this.apiName = apiName;
    this.classNames = classNames;
    this.types = types;
    this.findings = findings;
    this.modelPackage = modelPackage;
    this.supportPackage = supportPackage;
    this.withHttpInfo = withHttpInfo;
  }

  /** Takes a name for the class that makes the file parts of a method. */
  String takePartsClass(String methodName) {
    String name = JavaNames.pascal(methodName) + "Parts";
    return classNames.take(name) ? name : classNames.unique(apiName.replaceAll("Api$", "") + name);
  }
}
