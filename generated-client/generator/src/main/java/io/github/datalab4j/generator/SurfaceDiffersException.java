package io.github.datalab4j.generator;

/** The document or the generator changed what the generated code offers, and nobody accepted it. */
public final class SurfaceDiffersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a trace: Maven prints the whole of it, and the message is meant for people. */
  SurfaceDiffersException(String message) {
    super(message, null, false, false);
  }
}
