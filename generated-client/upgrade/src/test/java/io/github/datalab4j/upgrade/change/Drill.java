package io.github.datalab4j.upgrade.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.datalab4j.generator.document.UnreadableDocumentException;
import io.github.datalab4j.upgrade.document.ApiDocument;
import io.github.datalab4j.upgrade.document.DocumentReader;
import io.github.datalab4j.upgrade.document.DocumentText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Makes documents from the one of today, and compares. */
public final class Drill {
  private static final YAMLMapper YAML = new YAMLMapper();

  private Drill() {}

  public static JsonNode tree(String name) {
    try (InputStream in = Drill.class.getResourceAsStream("/drills/" + name + ".yaml")) {
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document of which only paths and components are given. */
  static JsonNode parse(String yaml) {
    return yaml("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + yaml);
  }

  public static JsonNode yaml(String text) {
    try {
      return YAML.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document of today, changed by a patch. */
  public static JsonNode patched(JsonNode patch) {
    JsonNode document = tree("today");
    JsonPatch.apply(patch, document);
    return document;
  }

  /** A document after some steps, which leave it as it is. */
  public static JsonNode patched(JsonNode document, String... steps) {
    JsonNode changed = document.deepCopy();
    JsonPatch.apply(yaml("[" + String.join(", ", steps) + "]"), changed);
    return changed;
  }

  public static ApiDocument read(JsonNode document, Map<String, String> knownNames) {
    try {
      return DocumentReader.read(text(document), knownNames);
    } catch (UnreadableDocumentException e) {
      throw new AssertionError(e);
    }
  }

  public static DocumentText text(JsonNode document) throws UnreadableDocumentException {
    try {
      return DocumentText.of("the drill", YAML.writeValueAsBytes(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Changes between(JsonNode before, JsonNode after, FacadeHold hold) {
    ApiDocument old = read(before, Map.of());
    return Changes.between(old, read(after, old.methodNames()), hold);
  }

  /** From the document of today to what a drill makes of it. */
  public static Changes of(String drill) {
    return between(tree("today"), patched(tree(drill)), FacadeHold.shipped());
  }

  /** What some steps change, each as levels, kind and message; the facade does not come into it. */
  static List<String> changes(JsonNode before, String... steps) {
    return between(before, patched(before, steps), FacadeHold.parse(List.of())).all().stream()
        .map(c -> c.wire() + "/" + c.java() + " " + c.kind() + ": " + c.message())
        .toList();
  }

  /** The changes as a text to compare with: levels, kind, message, and what follows from it. */
  static String text(Changes changes) {
    StringBuilder text = new StringBuilder("verdict " + changes.verdict() + "\n");
    for (Change change : changes.all()) {
      text.append("wire " + change.wire() + ", Java " + change.java() + ", " + change.kind());
      text.append("\n  " + change.message() + "\n");
      if (!change.advice().isEmpty()) {
        text.append("  > " + change.advice() + "\n");
      }
      for (Need need : change.needs()) {
        text.append("  " + (need.mustChange() ? "must change " : "look at ") + need.className());
        text.append(" (" + need.why() + ")\n");
      }
    }
    return text.toString();
  }
}
