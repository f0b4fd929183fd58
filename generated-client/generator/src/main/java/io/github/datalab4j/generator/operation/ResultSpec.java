package io.github.datalab4j.generator.operation;

/** What the methods of an operation return. */
public final class ResultSpec {
  private final String type;
  private final String responseType;
  private final String surface;
  private final String remark;

  ResultSpec(String type, String responseType, String surface, String remark) {
    this.type = type;
    this.responseType = responseType;
    this.surface = surface;
    this.remark = remark;
  }

  /** As source, for example {@code Single<Pet>}. */
  public String type() {
    return type;
  }

  /** The same with status and headers, {@code Single<Response<Pet>>}; empty where not wanted. */
  public String responseType() {
    return responseType;
  }

  /** As the surface file says it, for example {@code 200 application/json Single<Pet>}. */
  public String surface() {
    return surface;
  }

  /** A sentence for Javadoc; perhaps empty. */
  String remark() {
    return remark;
  }
}
