package io.github.datalab4j.upgrade.change;

import java.util.Locale;

/** How much a change asks of those who follow it, in the words of Semantic Versioning. */
public enum Level {
  /** Nothing that worked stops working, and nothing is new. */
  PATCH(0),
  /** Something is new; what worked works. */
  MINOR(10),
  /** Something that worked does not work any more, or means another thing. */
  MAJOR(20);

  private final int exitCode;

  Level(int exitCode) {
    this.exitCode = exitCode;
  }

  /** What the commands exit with: 0, 10 or 20. */
  public int exitCode() {
    return exitCode;
  }

  public Level or(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
