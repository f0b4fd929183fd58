package io.github.datalab4j.generator.operation;

import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The addresses that a document names for one operation only. A client has one base URL. */
final class OwnServers {
  private OwnServers() {}

  /** Those of the operation, or else of its path; mostly none. */
  static List<Server> of(DocumentOperation operation) {
    List<Server> own = addresses(operation.operation().getServers());
    return own.isEmpty() ? addresses(operation.pathItem().getServers()) : own;
  }

  private static List<Server> addresses(@Nullable List<Server> servers) {
    return servers == null
        ? new ArrayList<>()
        : servers.stream()
            .filter(server -> server != null && server.getUrl() != null)
            .collect(Collectors.toList());
  }

  /** For the report. */
  static String finding(List<Server> servers) {
    List<String> urls = servers.stream().map(Server::getUrl).collect(Collectors.toList());
    return urls.size() == 1
        ? "its own server, " + urls.get(0) + ", is not called, but the client's"
        : "its own servers, " + String.join(" and ", urls) + ", are not called, but the client's";
  }
}
