package io.github.datalab4j.generator.operation;

import java.util.Collections;
import java.util.List;

/** A generated method that makes one part under the right name. */
public final class PartFactory {
  private final String name;
  private final String wireName;
  private final boolean file;
  private final List<String> docs;

  PartFactory(String name, String wireName, boolean file, List<String> docs) {
    this.name = name;
    this.wireName = wireName;
    this.file = file;
    this.docs = docs;
  }

  /** Whether it has a file name: without one it is a plain field to the service. */
  public boolean isFile() {
    return file;
  }

  /** The name of the method. */
  public String name() {
    return name;
  }

  /** The name of the part. */
  public String wireName() {
    return wireName;
  }

  /** The name of the part as a string literal. */
  public String literal() {
    return MethodScope.literal(wireName);
  }

  /** The whole comment, line by line. */
  public List<String> javadoc() {
    List<String> text = MethodScope.docs("A part named \"" + wireName + "\".");
    Javadoc javadoc = new Javadoc().text(text);
    if (file) {
      javadoc.tag(
          "@param filename", Collections.singletonList("the name that the service is told"));
    }
    return javadoc
        .tag("@param body", docs.isEmpty() ? Collections.singletonList("the content") : docs)
        .lines();
  }
}
