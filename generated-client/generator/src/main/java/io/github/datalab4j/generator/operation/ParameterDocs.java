package io.github.datalab4j.generator.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Javadoc says of a parameter: what the document says, or at least where the value goes. */
final class ParameterDocs {
  private ParameterDocs() {}

  static List<String> of(
      @Nullable String description, ParameterSpec.Place place, String wireName, boolean required) {
    if (description != null && !description.trim().isEmpty()) {
      return MethodScope.docs(description);
    }
    String text = place(place, wireName);
    return MethodScope.docs(required ? text : text + "; null sends none");
  }

  /** Of file parts, which a generated class makes under their right names. */
  static List<String> ofFiles(List<String> docs, FileKind kind, String partsClass, String factory) {
    String each = kind == FileKind.MANY ? "each is" : "it is";
    List<String> all = new ArrayList<>(docs);
    all.add("(" + each + " made by {@link " + partsClass + "#" + factory + "})");
    return all;
  }

  private static String place(ParameterSpec.Place place, String wireName) {
    String name = " \"" + wireName + "\"";
    switch (place) {
      case PATH:
        return "the value of" + name + " in the path";
      case QUERY:
        return "the query parameter" + name;
      case HEADER:
        return "the header" + name;
      case COOKIE:
        return "the cookie" + name;
      case FIELD:
        return "the field" + name;
      case PART:
        return "the part" + name;
      default:
        return "the body of the request";
    }
  }
}
