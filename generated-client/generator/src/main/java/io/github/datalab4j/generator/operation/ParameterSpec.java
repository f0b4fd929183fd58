package io.github.datalab4j.generator.operation;

import java.util.List;

/** One parameter of a generated method. */
public final class ParameterSpec {
  /** Where a value goes. */
  public enum Place {
    PATH,
    QUERY,
    HEADER,
    COOKIE,
    FIELD,
    PART,
    BODY;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Place place;
  private final String wireName;
  private final String name;
  private final boolean required;
  private final String annotations;
  private final String type;
  private final String surface;
  private final List<String> facts;
  private final List<String> docs;

  ParameterSpec(
      Place place,
      String wireName,
      String name,
      boolean required,
      String annotations,
      String type,
      String surface,
      List<String> facts,
      List<String> docs) {
    this.place = place;
    this.wireName = wireName;
    this.name = name;
    this.required = required;
    this.annotations = annotations;
    this.type = type;
    this.surface = surface;
    this.facts = facts;
    this.docs = docs;
  }

  public Place place() {
    return place;
  }

  /** As the document names it; empty for a body. */
  public String wireName() {
    return wireName;
  }

  /** As Java names it. */
  public String name() {
    return name;
  }

  public boolean required() {
    return required;
  }

  /** Retrofit's annotations and ours, as source. */
  public String annotations() {
    return annotations;
  }

  /** The Java type with its nullness, as source. */
  public String type() {
    return type;
  }

  /** How it is written on the wire, where that is not the usual: style, media type; or empty. */
  public String surface() {
    return surface;
  }

  /** What else the document says of it: deprecated, default, format; mostly none. */
  public List<String> facts() {
    return facts;
  }

  /** Lines of Javadoc; perhaps none. */
  public List<String> docs() {
    return docs;
  }
}
