package io.github.datalab4j.generator.model;

import java.util.List;

/** The files that the models of every document need beside them, in the package of the models. */
public final class ModelSupport {
  /** Names of the templates in {@code model/}, and of the files but for their ending. */
  public static final List<String> FILES =
      List.of(
          "FreeFormJson",
          "ListJsonAdapter",
          "MapJsonAdapter",
          "ModelJsonAdapters",
          "ModelValues",
          "NullableElements",
          "ObjectChoice",
          "StrictJson",
          "UnionTries",
          "package-info");

  private ModelSupport() {}
}
