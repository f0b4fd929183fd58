package io.github.datalab4j.generator;

import io.github.datalab4j.generator.model.ModelSupport;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.codegen.SupportingFile;

/** The files that do not depend on what the document says of operations and schemas. */
final class SupportFiles {
  private static final String[] CLIENT = {
    "ApiCall",
    "ApiCallFactory",
    "ApiClient",
    "ApiConverterFactory",
    "CallPlan",
    "CookieParam",
    "NullableResponse",
    "ParameterStyle",
    "Percent",
    "PlainTextResponse",
    "RequestParts",
    "SentAs",
    "WireValues"
  };

  private SupportFiles() {}

  static List<SupportingFile> of(Settings settings, String sourceFolder) {
    List<SupportingFile> files = new ArrayList<>();
    String client = folder(sourceFolder, settings.invokerPackage);
    if (settings.generatesSupport()) {
      for (String name : CLIENT) {
        files.add(new SupportingFile("support/" + name + ".mustache", client, name + ".java"));
      }
      files.add(new SupportingFile("support/package-info.mustache", client, "package-info.java"));
    }
    files.add(
        new SupportingFile(
            "api-package-info.mustache",
            folder(sourceFolder, settings.apiPackage),
            "package-info.java"));
    String model = folder(sourceFolder, settings.modelPackage);
    for (String name : ModelSupport.FILES) {
      files.add(new SupportingFile("model/" + name + ".mustache", model, name + ".java"));
    }
    if (!settings.reachabilityFolder.isEmpty()) {
      files.add(
          new SupportingFile(
              "reachability.mustache", settings.reachabilityFolder, "reachability-metadata.json"));
    }
    files.add(new SupportingFile("report.mustache", "", "generator-report.txt"));
    return files;
  }

  private static String folder(String sourceFolder, String packageName) {
    return sourceFolder + "/" + packageName.replace('.', '/');
  }
}
