package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/** Reads a value out of the path, by its style. */
final class PathSegment {
  private PathSegment() {}

  static boolean says(String segment, SentValue sent) {
    WireStyle style = sent.parameter().style();
    String name = sent.parameter().name();
    JsonNode value = sent.value();
    if (style.isJson()) {
      return WireText.saysJson(WireText.percentDecoded(segment), value);
    }
    return switch (style.name()) {
      case "label" ->
          segment.startsWith(".")
              && saysItems(segment.substring(1), value, style, style.delimiter());
      case "matrix" ->
          segment.startsWith(";") && saysMatrix(segment.substring(1), name, value, style);
      default -> saysItems(segment, value, style, ",");
    };
  }

  /** How a single value is written where other text stands beside it, before it is encoded. */
  static String decoded(SentValue sent) {
    String text = sent.value().asText();
    return switch (sent.parameter().style().name()) {
      case "label" -> "." + text;
      case "matrix" -> ";" + sent.parameter().name() + "=" + text;
      default -> text;
    };
  }

  private static boolean saysItems(String text, JsonNode value, WireStyle style, String delimiter) {
    if (!value.isContainerNode()) {
      return WireText.says(WireText.percentDecoded(text), value);
    }
    List<String> texts =
        value.isObject() && style.explode()
            ? Arrays.asList(text.split(delimiter + "|=", -1))
            : Arrays.asList(text.split(delimiter, -1));
    return sayAll(texts, Pairs.flat(value));
  }

  private static boolean saysMatrix(String text, String name, JsonNode value, WireStyle style) {
    Pairs pairs = new Pairs();
    pairs.add(name, value, new WireStyle("form", style.explode(), false));
    return pairs.problems("", RequestCheck.split(text, ";"), WireText::percentDecoded).isEmpty();
  }

  static boolean sayAll(List<String> texts, List<JsonNode> values) {
    boolean same = texts.size() == values.size();
    for (int i = 0; same && i < texts.size(); i++) {
      same = WireText.says(WireText.percentDecoded(texts.get(i)), values.get(i));
    }
    return same;
  }
}
