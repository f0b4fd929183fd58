package io.github.datalab4j.generator;

import com.samskivert.mustache.Mustache;
import io.github.datalab4j.generator.document.DocumentFile;
import io.github.datalab4j.generator.document.Limits;
import io.github.datalab4j.generator.document.OpenApiText;
import io.github.datalab4j.generator.document.ServerWords;
import io.github.datalab4j.generator.model.AdapterGroups;
import io.github.datalab4j.generator.operation.ApiSpec;
import io.github.datalab4j.generator.output.GenerationHash;
import io.github.datalab4j.generator.output.OutputManifest;
import io.github.datalab4j.generator.schema.RequiredNames;
import io.github.datalab4j.generator.surface.SurfaceFile;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generator {@code retrofit-moshi}: Java 8 clients of Retrofit 3, Moshi and RxJava 3 from
 * OpenAPI 3.0 and 3.1.
 *
 * <p>It takes options, templates and the writing of files from OpenAPI Generator, but reads the
 * document itself: the framework is handed one made-up schema or path for each file to be written.
 */
@SuppressWarnings("this-escape")
public final class RetrofitMoshiCodegen extends AbstractJavaCodegen {
  private static final Logger LOG = LoggerFactory.getLogger(RetrofitMoshiCodegen.class);

  private final WrittenFiles files = new WrittenFiles();
  private Map<String, Object> options = Collections.emptyMap();
  private Settings settings = Settings.of(Collections.emptyMap());
  private ServerUrl server = ServerUrl.of(new OpenAPI());
  private List<String> servers = Collections.emptyList();
  private @Nullable RequiredNames requiredNames;
  private boolean ignoreFileIsOurs;
  private String hash = "";

  public RetrofitMoshiCodegen() {
    super();
    Limits.apply();
    outputFolder = "generated-code" + File.separator + "retrofit-moshi";
    embeddedTemplateDir = "retrofit-moshi";
    templateDir = embeddedTemplateDir;
    modelTemplateFiles.clear();
    modelTemplateFiles.put("model.mustache", ".java");
    modelTemplateFiles.put("adapter.mustache", "JsonAdapter.java");
    apiTemplateFiles.clear();
    apiTemplateFiles.put("api.mustache", ".java");
    modelTestTemplateFiles.clear();
    modelDocTemplateFiles.clear();
    apiTestTemplateFiles.clear();
    apiDocTemplateFiles.clear();
    supportingFiles.clear();
    cliOptions.clear();
    Collections.addAll(cliOptions, Settings.options());
  }

  @Override
  public String getName() {
    return "retrofit-moshi";
  }

  @Override
  public String getHelp() {
    return "Generates a Java 8 and Android client: Retrofit 3, Moshi without reflection, RxJava 3.";
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.CLIENT;
  }

  @Override
  public boolean getUseInlineModelResolver() {
    return false;
  }

  @Override
  public boolean getUseOpenapiNormalizer() {
    return false;
  }

  /** A file whose content stays keeps its time: nobody compiles it again. */
  @Override
  public boolean isEnableMinimalUpdate() {
    return true;
  }

  @Override
  public Mustache.Compiler processCompiler(Mustache.Compiler compiler) {
    return super.processCompiler(compiler).escapeHTML(false);
  }

  /** Refuses a bad document in words of ours: the framework goes on, or only says "issues". */
  @Override
  public void setInputSpec(String location) {
    OpenApiText text = DocumentFile.check(location);
    requiredNames = text == null ? null : text.requiredNames();
    super.setInputSpec(location);
  }

  @Override
  public void processOpts() {
    options = Settings.thatShapeTheOutput(additionalProperties);
    settings = Settings.of(additionalProperties);
    additionalProperties.put("invokerPackage", settings.invokerPackage);
    additionalProperties.put("apiPackage", settings.apiPackage);
    additionalProperties.put("modelPackage", settings.modelPackage);
    super.processOpts();
    // The framework writes no model whose name it knows a library's class for.
    typeMapping.clear();
    importMapping.clear();
    schemaMapping.clear();
    additionalProperties.put("supportPackage", settings.supportPackage);
    additionalProperties.put("withHttpInfo", settings.withHttpInfo);
    ignoreFileIsOurs = !ignoreFile().exists();
  }

  private File ignoreFile() {
    return new File(outputFolder, ".openapi-generator-ignore");
  }

  /** Takes the servers out: the framework cannot read every address that a document may hold. */
  @Override
  public void preprocessOpenAPI(OpenAPI document) {
    server = ServerUrl.of(document);
    servers = ServerWords.of(document.getServers());
    document.setServers(Collections.singletonList(new Server().url("http://localhost")));
  }

  @Override
  public void processOpenAPI(OpenAPI document) {
    String source = DocumentText.of(document);
    if (requiredNames != null) {
      requiredNames.addTo(document);
    }
    SurfaceFile surfaceFile =
        settings.surfaceFile == null ? null : SurfaceFile.read(settings.surfaceFile);
    GeneratedCode code =
        GeneratedCode.read(
            document,
            servers,
            settings,
            surfaceFile == null ? Collections.emptyMap() : surfaceFile.names());
    if (server.isUseless()) {
      code.findings.invalid("servers", "no address of a server, left out: " + server.url());
    }
    String surface = code.surface();
    if (surfaceFile != null) {
      check(surfaceFile, surface);
    }
    hash =
        new GenerationHash()
            .text("document", source)
            .text("server", server.url())
            .text("surface", surface)
            .text("source folder", sourceFolder)
            .settings(options)
            .origin(RetrofitMoshiCodegen.class)
            .folder(Paths.get(templateDir()))
            .hex();
    supportingFiles.clear();
    files.clear();
    OutputManifest last = OutputManifest.read(output());
    if (last.isUpToDate(hash)) {
      LOG.info("The generated client is up to date");
    } else {
      files.add(code);
      supportingFiles.addAll(SupportFiles.of(settings, sourceFolder));
      last.deleteAllBut(written());
      additionalProperties.put("server", server.data());
      additionalProperties.put("adapters", AdapterGroups.of(code.models));
      additionalProperties.put("exampleApi", exampleApi(code));
      additionalProperties.put("interfaces", interfaces(code));
      additionalProperties.put(
          "report", Report.of(code.findings, ParserMessages.of(getInputSpec())));
    }
    files.replaceContentOf(document);
  }

  private static String exampleApi(GeneratedCode code) {
    return code.apis.isEmpty() ? "SomeApi" : code.apis.get(0).className();
  }

  /** Each knows whether it is the last, for the commas of JSON. */
  private static List<Map<String, Object>> interfaces(GeneratedCode code) {
    List<Map<String, Object>> interfaces = new ArrayList<>();
    for (ApiSpec api : code.apis) {
      boolean last = interfaces.size() + 1 == code.apis.size();
      interfaces.add(Map.of("className", api.className(), "last", last));
    }
    return interfaces;
  }

  private void check(SurfaceFile file, String surface) {
    if (file.matches(surface)) {
      return;
    }
    if (settings.acceptSurface) {
      file.write(surface);
      LOG.info("Wrote the surface file {}", settings.surfaceFile);
      return;
    }
    throw new SurfaceDiffersException(file.difference(surface, settings.acceptCommand));
  }

  private Path output() {
    return Paths.get(outputFolder);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public CodegenModel fromModel(String name, Schema schema) {
    return files.placeholderModel(name);
  }

  @Override
  public Map<String, ModelsMap> updateAllModels(Map<String, ModelsMap> models) {
    return models;
  }

  @Override
  public ModelsMap postProcessModels(ModelsMap models) {
    return models;
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> models) {
    models.forEach((name, data) -> data.put("model", files.model(name)));
    return models;
  }

  @Override
  public CodegenOperation fromOperation(
      String path, String method, Operation operation, List<Server> servers) {
    return files.placeholderOperation(operation);
  }

  @Override
  public String sanitizeTag(String tag) {
    return tag;
  }

  @Override
  public void addOperationToGroup(
      String tag,
      String path,
      Operation operation,
      CodegenOperation placeholder,
      Map<String, List<CodegenOperation>> operations) {
    operations.computeIfAbsent(tag, none -> new ArrayList<>()).add(placeholder);
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap data, List<ModelMap> allModels) {
    data.putAll(files.api(data.getOperations().getOperation().get(0)));
    return data;
  }

  @Override
  public String toModelName(String name) {
    return name;
  }

  @Override
  public String toModelFilename(String name) {
    return name;
  }

  /** The framework compares each name with all before it; ours differ in more than case already. */
  @Override
  public String modelFilename(String templateName, String modelName) {
    return modelFileFolder()
        + File.separator
        + toModelFilename(modelName)
        + modelTemplateFiles.get(templateName);
  }

  @Override
  public String toApiName(String name) {
    return name;
  }

  @Override
  public String toApiFilename(String name) {
    return name;
  }

  @Override
  public void postProcess() {
    File metadata = new File(outputFolder, ".openapi-generator");
    delete(new File(metadata, "VERSION"));
    delete(new File(metadata, "FILES"));
    delete(metadata);
    if (ignoreFileIsOurs) {
      delete(ignoreFile());
    }
    if (!supportingFiles.isEmpty()) {
      List<Path> written = written();
      // Settings of the framework and an ignore file may have kept some from being written.
      written.removeIf(file -> !Files.exists(file));
      OutputManifest.read(output()).write(hash, written);
    }
  }

  private List<Path> written() {
    List<Path> written = files.paths(modelFileFolder(), apiFileFolder());
    supportingFiles.forEach(
        file ->
            written.add(output().resolve(file.getFolder()).resolve(file.getDestinationFilename())));
    return written;
  }

  private static void delete(File file) {
    if (file.exists() && !file.delete() && !file.isDirectory()) {
      LOG.warn("Cannot delete {}", file);
    }
  }
}
