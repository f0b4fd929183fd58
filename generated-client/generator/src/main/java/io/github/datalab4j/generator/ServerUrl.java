package io.github.datalab4j.generator;

import io.github.datalab4j.generator.naming.JavaText;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first server of a document, its variables replaced by their defaults. */
final class ServerUrl {
  private static final String LABEL = "[\\p{L}\\p{N}_-]{1,63}";

  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "(?i)https?://"
              + ("(" + LABEL + "(\\." + LABEL + ")*\\.?|\\[[0-9a-f:.]+\\])")
              + "(:(?<port>[0-9]{0,5}))?"
              + "(/[^?#{}\\s\"\\\\]*)?/");

  private final String url;

  private ServerUrl(String url) {
    this.url = url;
  }

  static ServerUrl of(OpenAPI document) {
    List<Server> servers = document.getServers();
    if (servers == null || servers.isEmpty() || servers.get(0).getUrl() == null) {
      return new ServerUrl("");
    }
    Server server = servers.get(0);
    String[] url = {server.getUrl().trim()};
    if (server.getVariables() != null) {
      server
          .getVariables()
          .forEach(
              (name, variable) -> {
                String value = variable.getDefault() == null ? "" : variable.getDefault();
                url[0] = url[0].replace("{" + name + "}", value);
              });
    }
    return new ServerUrl(withSlash(url[0]));
  }

  /** Retrofit wants a base URL to end so. */
  private static String withSlash(String url) {
    return url.isEmpty() || url.endsWith("/") ? url : url + "/";
  }

  /** Whether it names a host that Retrofit can call. */
  boolean isAbsolute() {
    Matcher matcher = ABSOLUTE.matcher(url);
    if (!matcher.matches() || JavaText.isTooLong(url)) {
      return false;
    }
    String port = matcher.group("port");
    return port == null || port.isEmpty() || isPort(Integer.parseInt(port));
  }

  private static boolean isPort(int number) {
    return number > 0 && number <= 65_535;
  }

  /** Whether the document names an address of which nothing can be used. */
  boolean isUseless() {
    return !url.isEmpty() && !isAbsolute() && path().isEmpty();
  }

  String url() {
    return url;
  }

  /** A path alone, for example {@code /api/}; empty where there is none. */
  String path() {
    return !isAbsolute() && url.matches("/[\\w./~%-]*") && !JavaText.isTooLong(url) ? url : "";
  }

  /** For the templates. */
  Map<String, Object> data() {
    if (isAbsolute()) {
      return Map.of("absolute", true, "url", url);
    }
    return path().isEmpty() || path().equals("/")
        ? Collections.singletonMap("path", "/")
        : Map.of("path", path(), "hasPath", true);
  }
}
