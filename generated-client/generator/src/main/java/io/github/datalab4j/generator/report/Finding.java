package io.github.datalab4j.generator.report;

import java.util.Objects;

/**
 * One thing that the generated code says less exactly than the document, or that is wrong there.
 */
public final class Finding {
  /** What kind of remark it is. */
  public enum Kind {
    /** The document says something that Java has no type for; a looser type stands for it. */
    DEGRADED("given up on"),
    /** The document contradicts itself or refers to what is not there. */
    INVALID("wrong in the document"),
    /** A name could not be kept. */
    RENAMED("renamed");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final Kind kind;
  private final String where;
  private final String what;

  Finding(Kind kind, String where, String what) {
    this.kind = kind;
    this.where = where;
    this.what = what;
  }

  public Kind kind() {
    return kind;
  }

  /** The place in the document, as a person names it: {@code Pet.owner}, {@code GET /pets}. */
  public String where() {
    return where;
  }

  /** What is remarkable, and what the generated code does instead. */
  public String what() {
    return what;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Finding
        && kind == ((Finding) other).kind
        && where.equals(((Finding) other).where)
        && what.equals(((Finding) other).what);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, where, what);
  }

  @Override
  public String toString() {
    return where + ": " + what;
  }
}
