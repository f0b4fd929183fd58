package io.github.datalab4j.upgrade.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An operation of a document.
 *
 * @param method in capitals
 * @param shortName the name that its operationId stands for, without what frameworks append
 * @param deprecation why it is deprecated; empty where it is not
 * @param addresses that it has for itself; none where it has those of the document
 * @param inputs in the order of the Java parameters
 * @param answers by status
 * @param security the ways to be let in; empty where everybody is
 * @param api the generated interface
 * @param javaName the method of that interface
 * @param javaResult what the method returns
 */
public record ApiOperation(
    String method,
    String path,
    String shortName,
    String description,
    String deprecation,
    Addresses addresses,
    List<Input> inputs,
    Map<String, Answer> answers,
    Set<String> security,
    String api,
    String javaName,
    String javaResult) {

  /** What tells it from every other: {@code GET /pets/{id}}. */
  public String key() {
    return method + " " + path;
  }

  /** The same for two operations that differ in the names of path parameters only. */
  public String place() {
    return method + " " + path.replaceAll("\\{[^/{}]*}", "{}");
  }

  /** {@code PetsApi.listPets}. */
  public String javaMethod() {
    return api + "." + javaName;
  }

  /** The parameters' types as the compiled class has them. */
  public List<String> javaTypes() {
    return inputs.stream()
        .map(input -> Nullness.erase(input.javaType()))
        .collect(Collectors.toList());
  }

  public boolean isDeprecated() {
    return !deprecation.isEmpty();
  }
}
