package io.github.datalab4j.generator.document;

import io.github.datalab4j.generator.schema.ShapeWords;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words which addresses a document names. */
public final class ServerWords {
  private ServerWords() {}

  /**
   * For example <code>https://{region}.example.com, {region} default "eu", one of "eu" "us"</code>.
   * The document's own address is left out: the parser adds it where none is told.
   */
  public static List<String> of(@Nullable List<Server> servers) {
    return servers == null
        ? Collections.emptyList()
        : servers.stream()
            .filter(Objects::nonNull)
            .map(ServerWords::words)
            .filter(words -> !words.matches("/?"))
            .collect(Collectors.toList());
  }

  private static String words(Server server) {
    List<String> words = new ArrayList<>();
    words.add(server.getUrl() == null ? "" : server.getUrl().trim());
    if (server.getVariables() != null) {
      server.getVariables().forEach((name, variable) -> words.add(words(name, variable)));
    }
    return String.join(", ", words);
  }

  private static String words(String name, ServerVariable variable) {
    String values =
        variable.getEnum() == null || variable.getEnum().isEmpty()
            ? ""
            : ", one of "
                + variable.getEnum().stream()
                    .map(ShapeWords::text)
                    .collect(Collectors.joining(" "));
    return "{" + name + "} default " + ShapeWords.text(variable.getDefault()) + values;
  }
}
