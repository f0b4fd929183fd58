package io.github.datalab4j.generator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The names and values that a query, a form or a cookie header has to hold. */
final class Pairs {
  /** A name and a value that is one text, or the texts of a list with delimiters between them. */
  private record Pair(String name, List<JsonNode> values, String delimiter, boolean json) {
    boolean isSaidBy(String raw, UnaryOperator<String> decode) {
      if (json) {
        return WireText.saysJson(decode.apply(raw), values.get(0));
      }
      if (delimiter.isEmpty()) {
        return WireText.says(decode.apply(raw), values.get(0));
      }
      String[] texts = raw.split(delimiter, -1);
      boolean same = texts.length == values.size();
      for (int i = 0; same && i < texts.length; i++) {
        same = WireText.says(decode.apply(texts[i]), values.get(i));
      }
      return same;
    }
  }

  private final List<Pair> expected = new ArrayList<>();

  void add(String name, JsonNode value, WireStyle style) {
    if (style.isJson()) {
      expected.add(new Pair(name, List.of(value), "", true));
    } else if (style.name().equals("deepObject")) {
      addDeep(name, value);
    } else if (!value.isContainerNode()) {
      expected.add(new Pair(name, List.of(value), "", false));
    } else if (style.explode() && value.isObject()) {
      value.properties().forEach(each -> addRepeated(each.getKey(), each.getValue()));
    } else if (style.explode()) {
      addRepeated(name, value);
    } else if (!value.isEmpty()) {
      expected.add(new Pair(name, flat(value), style.delimiter(), false));
    }
  }

  private void addRepeated(String name, JsonNode value) {
    for (JsonNode each : value.isArray() ? RawValues.items(value) : List.of(value)) {
      expected.add(new Pair(name, List.of(each), "", false));
    }
  }

  private void addDeep(String name, JsonNode value) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> each : value.properties()) {
        addDeep(name + "[" + each.getKey() + "]", each.getValue());
      }
    } else {
      addRepeated(name, value);
    }
  }

  /** The items of a list; the names and values of an object. */
  static List<JsonNode> flat(JsonNode value) {
    if (value.isArray()) {
      return RawValues.items(value);
    }
    List<JsonNode> flat = new ArrayList<>();
    value
        .properties()
        .forEach(
            each -> {
              flat.add(TextNode.valueOf(each.getKey()));
              flat.add(each.getValue());
            });
    return flat;
  }

  /**
   * What is not as expected. Pairs of one name have to come in their order.
   *
   * @param arrived encoded, as it came
   */
  List<String> problems(
      String where, List<Map.Entry<String, String>> arrived, UnaryOperator<String> decode) {
    List<String> problems = new ArrayList<>();
    List<Map.Entry<String, String>> rest = new ArrayList<>(arrived);
    for (Pair pair : expected) {
      Map.Entry<String, String> first =
          rest.stream()
              .filter(each -> decode.apply(each.getKey()).equals(pair.name()))
              .findFirst()
              .orElse(null);
      if (first == null) {
        problems.add(where + " lacks " + pair.name() + " " + pair.values() + " in " + arrived);
      } else {
        rest.remove(first);
        if (!pair.isSaidBy(first.getValue(), decode)) {
          problems.add(where + " " + first + " is not " + pair.name() + " " + pair.values());
        }
      }
    }
    rest.forEach(each -> problems.add(where + " holds " + each + ", which nothing asks for"));
    return problems;
  }
}
