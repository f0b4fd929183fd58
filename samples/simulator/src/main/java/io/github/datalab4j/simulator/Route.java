package io.github.datalab4j.simulator;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which operation a method and a path mean, and the id in the path. */
final class Route {
  /** The operations that are played. */
  enum Operation {
    ITERATE,
    STATUS,
    /** A route that stands where a lookup key would, such as {@code access}. */
    LITERAL,
    WRONG_METHOD,
    UNKNOWN
  }

  private static final Pattern PATH =
      Pattern.compile("/api/v1/custom_(?:processors|pipelines)/([^/]+)(/iterate)?");
  private static final Pattern LITERALS = Pattern.compile("access|creation-allowance");
  private static final Route UNKNOWN = new Route(Operation.UNKNOWN, "");

  final Operation operation;

  /** The processor id or the lookup key, decoded. */
  final String id;

  private Route(Operation operation, String id) {
    this.operation = operation;
    this.id = id;
  }

  static Route of(String method, String path, String prefix) {
    Matcher matcher = PATH.matcher(path.startsWith(prefix) ? path.substring(prefix.length()) : "");
    if (!matcher.matches()) {
      return UNKNOWN;
    }
    String id;
    try {
      // In a path a plus is a plus.
      id = QueryStringDecoder.decodeComponent(matcher.group(1).replace("+", "%2B"));
    } catch (IllegalArgumentException e) {
      return UNKNOWN;
    }
    boolean iterate = matcher.group(2) != null;
    if (id.indexOf('/') >= 0) {
      return UNKNOWN;
    }
    if (!method.equals(iterate ? "POST" : "GET")) {
      return new Route(Operation.WRONG_METHOD, iterate ? "POST" : "GET");
    }
    if (iterate) {
      return new Route(Operation.ITERATE, id);
    }
    boolean literal = LITERALS.matcher(id).matches();
    return new Route(literal ? Operation.LITERAL : Operation.STATUS, id);
  }
}
