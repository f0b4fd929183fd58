package io.github.datalab4j.generator;

import io.github.datalab4j.generator.document.ServerWords;
import io.github.datalab4j.generator.model.ModelSpec;
import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.operation.ApiReader;
import io.github.datalab4j.generator.operation.ApiSpec;
import io.github.datalab4j.generator.operation.PartsSpec;
import io.github.datalab4j.generator.report.Findings;
import io.github.datalab4j.generator.surface.Surface;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.utils.ModelUtils;

/** All that is generated from one document, before it is written. */
public final class GeneratedCode {
  final List<ApiSpec> apis;
  final List<PartsSpec> parts;
  final List<ModelSpec> models;
  final Findings findings;
  private final TypeResolver types;
  private final List<String> components;
  private final List<String> servers;

  private GeneratedCode(
      List<String> servers,
      List<ApiSpec> apis,
      TypeResolver types,
      List<String> components,
      Findings findings) {
    this.servers = servers;
    this.apis = apis;
    this.parts = ApiReader.parts(apis);
    this.models = new ArrayList<>(types.models());
    this.findings = findings;
    this.types = types;
    this.components = components;
  }

  /** Reads a document whose servers were taken out. */
  static GeneratedCode read(
      OpenAPI document, List<String> servers, Settings settings, Map<String, String> knownNames) {
    return read(
        document,
        servers,
        settings.modelPackage,
        settings.supportPackage,
        settings.withHttpInfo,
        knownNames);
  }

  /**
   * Reads the whole document.
   *
   * @param withHttpInfo whether each method has a second one that answers with the whole response
   * @param knownNames names that have to stay, as the surface file has them
   */
  public static GeneratedCode read(
      OpenAPI document,
      String modelPackage,
      String supportPackage,
      boolean withHttpInfo,
      Map<String, String> knownNames) {
    return read(
        document,
        ServerWords.of(document.getServers()),
        modelPackage,
        supportPackage,
        withHttpInfo,
        knownNames);
  }

  private static GeneratedCode read(
      OpenAPI document,
      List<String> servers,
      String modelPackage,
      String supportPackage,
      boolean withHttpInfo,
      Map<String, String> knownNames) {
    Findings findings = new Findings();
    TypeResolver types = new TypeResolver(document, findings, knownNames);
    // A form's schema is no class where its properties are the parameters of a method.
    List<String> components = new ArrayList<>(types.components().all().keySet());
    components.removeAll(new HashSet<>(ModelUtils.getSchemasUsedOnlyInFormParam(document)));
    components.forEach(types::resolveComponent);
    List<ApiSpec> apis =
        new ApiReader(document, types, findings, modelPackage, supportPackage, withHttpInfo)
            .read(knownNames);
    return new GeneratedCode(servers, apis, types, components, findings);
  }

  public List<ApiSpec> apis() {
    return Collections.unmodifiableList(apis);
  }

  /** The classes and their adapters. */
  public List<ModelSpec> models() {
    return Collections.unmodifiableList(models);
  }

  /** What the document says that the code does not. */
  public Findings findings() {
    return findings;
  }

  /** What the types were found with. */
  public TypeResolver types() {
    return types;
  }

  /** The named schemas that have a type; those of forms have none. */
  public List<String> components() {
    return Collections.unmodifiableList(components);
  }

  /** The text of the surface file. */
  public String surface() {
    return Surface.of(servers, apis, parts, models);
  }
}
