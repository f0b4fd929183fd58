package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the value of a header, which is never percent-encoded. */
final class HeaderValue {
  private HeaderValue() {}

  static boolean says(String text, SentValue sent) {
    WireStyle style = sent.parameter().style();
    JsonNode value = sent.value();
    if (style.isJson()) {
      return WireText.saysJson(text, value);
    }
    if (!value.isContainerNode()) {
      return WireText.says(text, value);
    }
    String[] texts = text.split(value.isObject() && style.explode() ? ",|=" : ",", -1);
    java.util.List<JsonNode> values = Pairs.flat(value);
    boolean same = texts.length == values.size();
    for (int i = 0; same && i < texts.length; i++) {
      same = WireText.says(texts[i], values.get(i));
    }
    return same;
  }
}
