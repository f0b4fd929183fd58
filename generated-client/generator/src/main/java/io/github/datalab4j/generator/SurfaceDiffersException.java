package io.github.datalab4j.generator;

/** The document or the generator changed what the generated code offers, and nobody accepted it. */
public final class SurfaceDiffersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SurfaceDiffersException(String message) {
    super(message);
  }
}
