package io.github.datalab4j.upgrade.change;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** As much of JSON Patch (RFC 6902) as the drills need: add, remove, replace and move. */
final class JsonPatch {
  private JsonPatch() {}

  static void apply(JsonNode patch, JsonNode document) {
    for (JsonNode step : patch) {
      String path = step.path("path").asText();
      switch (step.path("op").asText()) {
        case "add" -> add(document, path, step.path("value"));
        case "remove" -> remove(document, path);
        case "replace" -> {
          remove(document, path);
          add(document, path, step.path("value"));
        }
        case "move" -> add(document, path, remove(document, step.path("from").asText()));
        default -> throw new IllegalArgumentException("Unknown step " + step);
      }
    }
  }

  private static void add(JsonNode document, String path, JsonNode value) {
    JsonPointer at = JsonPointer.compile(path);
    JsonNode parent = document.at(at.head());
    String last = at.last().getMatchingProperty();
    if (parent instanceof ObjectNode object) {
      object.set(last, value);
    } else if (parent instanceof ArrayNode array) {
      array.insert(last.equals("-") ? array.size() : Integer.parseInt(last), value);
    } else {
      throw new IllegalArgumentException("Nothing to add to at " + path);
    }
  }

  private static JsonNode remove(JsonNode document, String path) {
    JsonPointer at = JsonPointer.compile(path);
    JsonNode parent = document.at(at.head());
    String last = at.last().getMatchingProperty();
    JsonNode removed =
        parent instanceof ObjectNode object
            ? object.remove(last)
            : parent instanceof ArrayNode array ? array.remove(Integer.parseInt(last)) : null;
    if (removed == null) {
      throw new IllegalArgumentException("Nothing to remove at " + path);
    }
    return removed;
  }
}
