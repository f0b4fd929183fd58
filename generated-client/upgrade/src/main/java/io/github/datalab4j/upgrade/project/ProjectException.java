package io.github.datalab4j.upgrade.project;

/** Something about the tree or its tools is not as it has to be. The message says what to do. */
public final class ProjectException extends Exception {
  private static final long serialVersionUID = 1L;

  public ProjectException(String message) {
    super(message);
  }

  public ProjectException(String message, Throwable cause) {
    super(message, cause);
  }
}
