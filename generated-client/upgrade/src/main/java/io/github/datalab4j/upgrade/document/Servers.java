package io.github.datalab4j.upgrade.document;

import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads addresses as the generator does: variables have their defaults. */
final class Servers {
  private Servers() {}

  /** Without that of the document itself, which the parser adds where none is told. */
  static List<String> urls(@Nullable List<Server> servers) {
    return servers == null
        ? List.of()
        : servers.stream().map(Servers::url).filter(url -> !url.matches("/?")).toList();
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
