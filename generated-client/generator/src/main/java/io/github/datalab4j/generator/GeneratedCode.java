package io.github.datalab4j.generator;

import io.github.datalab4j.generator.model.ModelSpec;
import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.operation.ApiReader;
import io.github.datalab4j.generator.operation.ApiSpec;
import io.github.datalab4j.generator.operation.PartsSpec;
import io.github.datalab4j.generator.report.Findings;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;

/** All that is generated from one document, before it is written. */
final class GeneratedCode {
  final List<ApiSpec> apis;
  final List<PartsSpec> parts;
  final List<ModelSpec> models;
  final Findings findings;

  private GeneratedCode(
      List<ApiSpec> apis, List<PartsSpec> parts, List<ModelSpec> models, Findings findings) {
    this.apis = apis;
    this.parts = parts;
    this.models = models;
    this.findings = findings;
  }

  /**
   * Reads the whole document.
   *
   * @param knownNames names that have to stay, as the surface file has them
   */
  static GeneratedCode read(OpenAPI document, Settings settings, Map<String, String> knownNames) {
    Findings findings = new Findings();
    TypeResolver types = new TypeResolver(document, findings, knownNames);
    // A form's schema is no class where its properties are the parameters of a method.
    Set<String> forms = new HashSet<>(ModelUtils.getSchemasUsedOnlyInFormParam(document));
    for (String name : types.components().all().keySet()) {
      if (!forms.contains(name)) {
        types.resolveComponent(name);
      }
    }
    List<ApiSpec> apis =
        new ApiReader(
                document,
                types,
                findings,
                settings.modelPackage,
                settings.supportPackage,
                settings.withHttpInfo)
            .read(knownNames);
    return new GeneratedCode(
        apis, ApiReader.parts(apis), new ArrayList<>(types.models()), findings);
  }
}
