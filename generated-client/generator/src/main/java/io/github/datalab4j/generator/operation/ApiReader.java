package io.github.datalab4j.generator.operation;

import io.github.datalab4j.generator.model.TypeResolver;
import io.github.datalab4j.generator.naming.JavaNames;
import io.github.datalab4j.generator.naming.JavaText;
import io.github.datalab4j.generator.naming.NameKeys;
import io.github.datalab4j.generator.report.Findings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads all operations of a document, sorted into interfaces by their first tag. */
public final class ApiReader {
  private final OpenAPI document;
  private final TypeResolver types;
  private final Findings findings;
  private final String modelPackage;
  private final String supportPackage;
  private final boolean withHttpInfo;
  private final References references;
  private final SecurityReader security;

  public ApiReader(
      OpenAPI document,
      TypeResolver types,
      Findings findings,
      String modelPackage,
      String supportPackage,
      boolean withHttpInfo) {
    this.document = document;
    this.types = types;
    this.findings = findings;
    this.modelPackage = modelPackage;
    this.supportPackage = supportPackage;
    this.withHttpInfo = withHttpInfo;
    this.references = new References(document, findings);
    this.security = new SecurityReader(document);
  }

  /**
   * The interfaces, in the order in which the document first names their tags.
   *
   * @param knownNames names that have to stay: of methods by operation, of classes by {@link
   *     io.github.datalab4j.generator.naming.NameKeys}
   */
  public List<ApiSpec> read(Map<String, String> knownNames) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (DocumentOperation operation : operations()) {
      String tag = tag(operation.operation());
      String className = className(tag, knownNames);
      String key = className.toLowerCase(Locale.ROOT);
      Group group = groups.computeIfAbsent(key, k -> new Group(tag));
      if (!group.tag.equals(tag)) {
        findings.degraded(tag, "shares the interface " + className + " with the tag " + group.tag);
      }
      group.operations.add(operation);
    }
    List<ApiSpec> apis = new ArrayList<>();
    List<String> interfaces = new ArrayList<>();
    groups.values().forEach(group -> interfaces.add(className(group.tag, knownNames)));
    List<String> models = new ArrayList<>();
    types.components().all().keySet().forEach(name -> models.add(JavaNames.type(name)));
    PartsNames partsNames = new PartsNames(interfaces, models, knownNames);
    groups.values().forEach(group -> apis.add(api(group, partsNames, knownNames)));
    return apis;
  }

  /** The classes that make file parts, for all interfaces. */
  public static List<PartsSpec> parts(List<ApiSpec> apis) {
    List<PartsSpec> parts = new ArrayList<>();
    for (ApiSpec api : apis) {
      for (OperationSpec operation : api.operations()) {
        if (!operation.factories().isEmpty()) {
          parts.add(new PartsSpec(api.className(), operation));
        }
      }
    }
    return parts;
  }

  private List<DocumentOperation> operations() {
    List<DocumentOperation> operations = new ArrayList<>();
    if (document.getPaths() == null) {
      return operations;
    }
    document
        .getPaths()
        .forEach(
            (path, item) -> {
              if (JavaText.isTooLong(path)) {
                findings.degraded(path, "a path of more than 10,000 letters: left out");
                return;
              }
              PathItem target = item == null ? null : references.pathItem(item, path);
              if (target != null) {
                target
                    .readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            operations.add(
                                new DocumentOperation(
                                    new OperationId(
                                        method.name(), path, operation.getOperationId()),
                                    operation,
                                    target)));
              }
            });
    return operations;
  }

  private static String tag(Operation operation) {
    if (operation.getTags() != null) {
      for (String tag : operation.getTags()) {
        if (tag != null && !tag.trim().isEmpty()) {
          return tag;
        }
      }
    }
    return "default";
  }

  /** No model is named so, as an interface may have to import it. */
  private static String className(String tag, Map<String, String> knownNames) {
    String name = JavaNames.pascal(tag);
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      name = "Tag" + name;
    }
    String className = name + "Api";
    return knownNames.getOrDefault(NameKeys.ofInterface(className), className);
  }

  /** The operations of one interface. */
  private static final class Group {
    final String tag;
    final List<DocumentOperation> operations = new ArrayList<>();

    Group(String tag) {
      this.tag = tag;
    }
  }

  private ApiSpec api(Group group, PartsNames partsNames, Map<String, String> knownNames) {
    String name = className(group.tag, knownNames);
    FileScope file =
        new FileScope(
            name, partsNames, types, findings, modelPackage, supportPackage, withHttpInfo);
    List<OperationId> ids = new ArrayList<>();
    group.operations.forEach(operation -> ids.add(operation.id()));
    OperationNames names = OperationNames.choose(ids, knownNames);
    List<OperationSpec> specs = new ArrayList<>();
    for (DocumentOperation operation : group.operations) {
      String method = names.of(operation.id());
      if (!method.equals(operation.id().shortName())) {
        findings.renamed(operation.id().key(), "the method is named " + method);
      }
      MethodScope scope = new MethodScope(file, method, operation.id().key());
      specs.add(new OperationReader(operation, scope, references, security).read());
    }
    return new ApiSpec(name, docs(group.tag), file.imports.sorted(), specs);
  }

  private List<String> docs(String tag) {
    String description = description(tag);
    String text = "The operations tagged \"" + tag + "\".";
    if (tag.equals("default")) {
      text = "The operations without a tag.";
    }
    return new Javadoc()
        .text(MethodScope.docs(description == null ? text : text + "\n\n" + description))
        .lines();
  }

  private @Nullable String description(String tag) {
    if (document.getTags() != null) {
      for (Tag each : document.getTags()) {
        if (tag.equals(each.getName())) {
          return each.getDescription();
        }
      }
    }
    return null;
  }
}
