package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** How OpenAPI says that a value is written: by a style, or as the text of a media type. */
record WireStyle(String name, boolean explode, boolean reserved) {
  private static final String JSON = "json";
  private static final String TEXT = "text";
  private static final String COOKIE = "cookie";

  static WireStyle ofContent(String mediaType) {
    return new WireStyle(mediaType.contains("json") ? JSON : TEXT, false, false);
  }

  /** Of a parameter, or of the encoding of a form's property. */
  static WireStyle of(JsonNode said, String usual) {
    String name = said.path("style").asText(usual);
    return new WireStyle(
        name,
        said.path("explode").asBoolean(name.equals("form")),
        said.path("allowReserved").asBoolean());
  }

  boolean isJson() {
    return name.equals(JSON);
  }

  /** Whether OpenAPI says how to write lists and objects within lists and objects. */
  boolean saysNested() {
    return isJson() || name.equals("deepObject") || (name.equals("form") && explode);
  }

  /** The form style where a cookie cannot hold a comma: it is encoded between the items too. */
  WireStyle inCookie() {
    return name.equals("form") ? new WireStyle(COOKIE, explode, reserved) : this;
  }

  /** Between the items of a list that is one text; a pattern, as it stands in a URL. */
  String delimiter() {
    return switch (name) {
      case "spaceDelimited" -> "%20|\\+";
      case "pipeDelimited" -> "%7C|\\|";
      case COOKIE -> "%2C";
      case "label" -> explode ? "\\." : ",";
      default -> ",";
    };
  }

  /** Characters that OpenAPI does not say how to tell from the style's own. */
  String ambiguous(String in) {
    return switch (name) {
      case "spaceDelimited" -> " ";
      case "pipeDelimited" -> "|";
      case "label" -> ".";
      default -> in.equals("header") || in.equals("cookie") ? ",=" : "";
    };
  }
}
