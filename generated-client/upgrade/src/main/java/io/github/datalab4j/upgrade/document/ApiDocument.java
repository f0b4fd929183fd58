package io.github.datalab4j.upgrade.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An API document, read by the generator's own reading.
 *
 * @param title and version as the document names itself
 * @param addresses of the service
 * @param operations by key, in the document's order
 * @param structures by name, in the document's order
 * @param discriminators of the unions, by the schema that each union was made for
 * @param surface what the generated client offers, as the surface file says it
 * @param findings what the generator gave up on, a line each
 * @param messages what the parser has to say against the document
 */
public record ApiDocument(
    String title,
    String version,
    Addresses addresses,
    Map<String, ApiOperation> operations,
    Map<String, Structure> structures,
    Map<String, Discriminator> discriminators,
    String surface,
    List<String> findings,
    List<String> messages) {

  /** Method names by operation: what a newer document has to keep. */
  public Map<String, String> methodNames() {
    Map<String, String> names = new TreeMap<>();
    operations.values().forEach(operation -> names.put(operation.key(), operation.javaName()));
    return names;
  }

  /** What the parser says against this document, but not against another one. */
  public List<String> messagesNewSince(ApiDocument other) {
    return messages.stream().filter(message -> !other.messages.contains(message)).toList();
  }

  /** For people: {@code Datalab API 0.0.1}. */
  public String name() {
    return (title + " " + version).trim();
  }
}
