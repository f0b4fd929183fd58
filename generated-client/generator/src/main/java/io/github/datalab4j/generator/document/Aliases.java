package io.github.datalab4j.generator.document;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** How large YAML becomes where each alias is replaced by what it stands for, without doing it. */
final class Aliases {
  private final String origin;
  private final Map<String, Long> sizes = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();

  private Aliases(String origin) {
    this.origin = origin;
  }

  /** Refuses what is nested too deeply or becomes too large; in the time that reading takes. */
  static void check(String origin, String text) {
    Aliases aliases = new Aliases(origin);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Limits.LARGEST);
    for (Event event : new Yaml(options).parse(new StringReader(text))) {
      aliases.read(event);
    }
  }

  private void read(Event event) {
    if (event instanceof CollectionStartEvent) {
      open.push(new Node(((NodeEvent) event).getAnchor()));
      if (open.size() > Limits.DEEPEST) {
        throw OpenApiText.tooDeep(origin);
      }
    } else if (event instanceof CollectionEndEvent) {
      Node node = open.pop();
      add(node.anchor, node.size);
    } else if (event instanceof ScalarEvent) {
      add(((NodeEvent) event).getAnchor(), 1L + ((ScalarEvent) event).getValue().length());
    } else if (event instanceof AliasEvent) {
      add(null, size(((AliasEvent) event).getAnchor()));
    }
  }

  private void add(@Nullable String anchor, long size) {
    if (anchor != null) {
      sizes.put(anchor, size);
    }
    if (!open.isEmpty()) {
      Node parent = open.element();
      parent.size += size;
      if (parent.size > Limits.LARGEST) {
        throw Limits.tooLarge("With its aliases replaced " + origin + " is");
      }
    }
  }

  private long size(String alias) {
    for (Node node : open) {
      if (alias.equals(node.anchor)) {
        throw new UnreadableDocumentException(
            origin
                + " has an alias *"
                + alias
                + " within what it stands for; refer to a component instead.");
      }
    }
    // One that stands for nothing is told by whoever reads the text.
    return sizes.getOrDefault(alias, 0L);
  }

  private static final class Node {
    final @Nullable String anchor;
    long size = 1;

    Node(@Nullable String anchor) {
      this.anchor = anchor;
    }
  }
}
