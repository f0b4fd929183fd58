package io.github.datalab4j.upgrade.document;

import io.github.datalab4j.generator.document.ServerWords;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that the document, or an operation for itself, has.
 *
 * @param first what the generator takes, variables at their defaults; empty where there is none
 * @param all as the surface file says them, in the document's order
 */
public record Addresses(String first, List<String> all) {
  /** Without that of the document itself, which the parser adds where none is told. */
  static Addresses of(@Nullable List<Server> servers) {
    String first =
        servers == null
            ? ""
            : servers.stream()
                .map(Addresses::url)
                .filter(url -> !url.matches("/?"))
                .findFirst()
                .orElse("");
    return new Addresses(first, ServerWords.of(servers));
  }

  private static String url(Server server) {
    String url = server.getUrl() == null ? "" : server.getUrl().strip();
    if (server.getVariables() != null) {
      for (Map.Entry<String, ServerVariable> variable : server.getVariables().entrySet()) {
        String value = variable.getValue().getDefault();
        url = url.replace("{" + variable.getKey() + "}", value == null ? "" : value);
      }
    }
    return url;
  }
}
