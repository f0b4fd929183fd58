package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Locale;

/** A parameter as the document has it. */
record RawParameter(String in, String name, JsonNode node) {
  String lowerName() {
    return name.toLowerCase(Locale.ROOT);
  }

  boolean required() {
    return in.equals("path") || node.path("required").asBoolean();
  }

  JsonNode schema() {
    Iterator<JsonNode> content = node.path("content").elements();
    return content.hasNext() ? content.next().path("schema") : node.path("schema");
  }

  WireStyle style() {
    Iterator<String> content = node.path("content").fieldNames();
    if (content.hasNext()) {
      return WireStyle.ofContent(content.next());
    }
    return switch (in) {
      case "query" -> WireStyle.of(node, "form");
      case "cookie" -> WireStyle.of(node, "form").inCookie();
      default -> WireStyle.of(node, "simple");
    };
  }
}
