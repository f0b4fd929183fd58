package io.github.datalab4j.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.languages.AbstractJavaCodegen;

/** What OpenAPI Generator knows and can be told by itself must not break ours. */
final class FrameworkSettingsTest {
  @TempDir Path folder;

  private Path document(Iterable<String> schemas) throws IOException {
    StringBuilder text =
        new StringBuilder("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n")
            .append("components:\n  schemas:\n");
    for (String name : schemas) {
      text.append("    '" + name + "': {type: object, properties: {x: {type: string}}}\n");
    }
    return Files.writeString(folder.resolve("document.yaml"), text);
  }

  /** The names for which the framework's own Java generators have a class or another meaning. */
  private static final class Known extends AbstractJavaCodegen {
    Set<String> names() {
      processOpts();
      Set<String> names = new TreeSet<>(typeMapping.keySet());
      names.addAll(importMapping.keySet());
      names.addAll(languageSpecificPrimitives);
      names.addAll(reservedWords);
      names.removeIf(name -> !name.matches("\\w+"));
      return names;
    }

    @Override
    public String getName() {
      return "known";
    }

    @Override
    public String getHelp() {
      return "";
    }
  }

  @Test
  void aSchemaMayHaveAnyNameThatTheFrameworkKnows() throws IOException {
    Set<String> names = new Known().names();

    GeneratedClient client = GeneratedClient.generate(document(names), folder.resolve("out"));

    assertTrue(names.contains("UUID"), names.toString());
    long models = client.sources().values().stream().filter(s -> s.contains("toBuilder()")).count();
    assertEquals(names.size(), models);
    client.compile();
  }

  @Test
  void aUsersIgnoreFileKeepsFilesFromBeingWritten() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve(".openapi-generator-ignore"), "**/A.java\n");

    GeneratedClient client = GeneratedClient.generate(document(Set.of("A", "B")), out);

    assertFalse(Files.exists(client.source("generated.model.A")));
    assertTrue(Files.exists(client.source("generated.model.B")));
  }

  @Test
  void modelsCanBeLeftOut() throws IOException {
    Path out = folder.resolve("out");
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName("retrofit-moshi")
            .setInputSpec(document(Set.of("A")).toString())
            .setOutputDir(out.toString())
            .setInvokerPackage("generated");
    configurator.addAdditionalProperty("sourceFolder", "java");
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGeneratorPropertyDefault(CodegenConstants.MODELS, "false");
    generator.setGeneratorPropertyDefault(CodegenConstants.APIS, "true");
    generator.setGeneratorPropertyDefault(CodegenConstants.SUPPORTING_FILES, "true");

    generator.opts(configurator.toClientOptInput()).generate();

    assertFalse(Files.exists(out.resolve("java/generated/model/A.java")));
    assertTrue(Files.exists(out.resolve("java/generated/ApiClient.java")));
  }
}
