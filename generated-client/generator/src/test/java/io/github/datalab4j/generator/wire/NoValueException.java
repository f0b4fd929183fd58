package io.github.datalab4j.generator.wire;

/** No value fits a schema, as far as was tried: it cannot be sent. */
final class NoValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoValueException(String schema) {
    super(schema);
  }
}
