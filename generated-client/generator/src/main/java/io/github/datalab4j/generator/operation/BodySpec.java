package io.github.datalab4j.generator.operation;

import java.util.ArrayList;
import java.util.List;

/** The parameters that make up the body of a request, and what the method needs for them. */
final class BodySpec {
  /** How Retrofit puts the body together. */
  enum Encoding {
    WHOLE,
    MULTIPART,
    FORM
  }

  private final List<ParameterSpec> parameters = new ArrayList<>();
  private final List<PartFactory> factories = new ArrayList<>();
  private Encoding encoding = Encoding.WHOLE;

  void add(ParameterSpec parameter) {
    parameters.add(parameter);
  }

  void add(PartFactory factory) {
    factories.add(factory);
  }

  void encodeAs(Encoding encoding) {
    this.encoding = encoding;
  }

  List<ParameterSpec> parameters() {
    return parameters;
  }

  /** Makers of the parts that are files. */
  List<PartFactory> factories() {
    return factories;
  }

  Encoding encoding() {
    return encoding;
  }
}
