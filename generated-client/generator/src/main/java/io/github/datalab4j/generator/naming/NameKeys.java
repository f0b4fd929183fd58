package io.github.datalab4j.generator.naming;

import java.util.Locale;

/**
 * By what the surface file fixes names, so that they stay when the document grows. A method's name
 * is found by the operation alone: {@code GET /pets}.
 */
public final class NameKeys {
  private NameKeys() {}

  /** Of the class that makes the file parts of an operation. */
  public static String ofParts(String operation) {
    return "parts " + oneLine(operation);
  }

  /** Of the class made for a schema: a component, or what stands at a place within something. */
  public static String ofSchema(String origin) {
    return "schema " + oneLine(origin);
  }

  /** Of the interface of the operations of a tag: its name, whatever the case of the tag. */
  public static String ofInterface(String className) {
    return "interface " + className.toLowerCase(Locale.ROOT);
  }

  /** Of a member of a class: {@link MemberNames} says how it is called. */
  public static String ofMember(String className, String member) {
    return "member " + className + " " + oneLine(member);
  }

  /** As the surface file can hold it. */
  public static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
  }
}
