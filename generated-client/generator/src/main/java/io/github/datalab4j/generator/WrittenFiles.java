package io.github.datalab4j.generator;

import io.github.datalab4j.generator.model.ModelSpec;
import io.github.datalab4j.generator.operation.ApiSpec;
import io.github.datalab4j.generator.operation.PartsSpec;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;

/**
 * The models and interfaces to be written, and the stand-ins that make the framework write them:
 * for each model an object schema of its name, for each file of the API package a path with one
 * operation that is tagged with the file's name.
 */
final class WrittenFiles {
  private final Map<String, ModelSpec> models = new TreeMap<>();
  private final Map<String, Map<String, Object>> apis = new TreeMap<>();

  void clear() {
    models.clear();
    apis.clear();
  }

  boolean isEmpty() {
    return models.isEmpty() && apis.isEmpty();
  }

  void add(GeneratedCode code) {
    for (ModelSpec model : code.models) {
      models.put(model.className(), model);
    }
    for (ApiSpec api : code.apis) {
      apis.put(api.className(), Collections.singletonMap("api", api));
    }
    for (PartsSpec parts : code.parts) {
      apis.put(parts.className(), Collections.singletonMap("parts", parts));
    }
  }

  /** Leaves nothing in the document but the stand-ins. */
  void replaceContentOf(OpenAPI document) {
    Components components = new Components();
    for (String name : models.keySet()) {
      components.addSchemas(name, new ObjectSchema().addProperty("standIn", new StringSchema()));
    }
    Paths paths = new Paths();
    for (String name : apis.keySet()) {
      Operation operation = new Operation().operationId(name).tags(Collections.singletonList(name));
      paths.addPathItem("/" + name, new PathItem().get(operation));
    }
    document.setComponents(components);
    document.setPaths(paths);
    document.setWebhooks(null);
    document.setTags(null);
    document.setSecurity(null);
  }

  CodegenModel placeholderModel(String name) {
    CodegenModel model = new CodegenModel();
    model.name = name;
    model.classname = name;
    return model;
  }

  CodegenOperation placeholderOperation(Operation operation) {
    CodegenOperation placeholder = new CodegenOperation();
    placeholder.operationId = operation.getOperationId();
    placeholder.nickname = operation.getOperationId();
    return placeholder;
  }

  @Nullable ModelSpec model(String name) {
    return models.get(name);
  }

  /** What the template is given for the file that an operation stands for. */
  Map<String, Object> api(CodegenOperation placeholder) {
    return apis.getOrDefault(placeholder.operationId, Collections.emptyMap());
  }

  List<Path> paths(String modelFolder, String apiFolder) {
    List<Path> paths = new ArrayList<>();
    for (ModelSpec model : models.values()) {
      paths.add(new File(modelFolder, model.className() + ".java").toPath());
      paths.add(new File(modelFolder, model.adapterName() + ".java").toPath());
    }
    for (String api : apis.keySet()) {
      paths.add(new File(apiFolder, api + ".java").toPath());
    }
    return paths;
  }
}
