package io.github.datalab4j.service;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What keeps other pages in the same browser away from the service, which asks for no login:
 *
 * <ul>
 *   <li>only its own page may change something, none of another site, subdomain or port;
 *   <li>a service that is bound to this machine answers under this machine's names only, so that no
 *       other name can be made to point here (DNS rebinding);
 *   <li>the page loads nothing from elsewhere, and is shown in nobody's frame.
 * </ul>
 */
@Component
@Order(0)
final class BrowserSafety implements WebFilter {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

  private final boolean onThisMachineOnly;
  private final String proxiedHost;

  BrowserSafety(@Value("${server.address:}") String address, ServiceSettings settings) {
    this.onThisMachineOnly = isThisMachine(address);
    this.proxiedHost = settings.host();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    HttpHeaders response = exchange.getResponse().getHeaders();
    response.set("Content-Security-Policy", POLICY);
    response.set("X-Content-Type-Options", "nosniff");
    ServerHttpRequest request = exchange.getRequest();
    if (onThisMachineOnly && !isNamedRight(request)) {
      return refused(
          "The service is for this machine only: open it as http://127.0.0.1, or set SERVICE_HOST.");
    }
    if (changes(request) && !isFromItsOwnPage(request.getHeaders())) {
      return refused("Not from another site.");
    }
    return chain.filter(exchange);
  }

  private boolean isNamedRight(ServerHttpRequest request) {
    @Nullable String host = request.getURI().getHost();
    return isThisMachine(host) || (!proxiedHost.isEmpty() && proxiedHost.equalsIgnoreCase(host));
  }

  private static boolean isThisMachine(@Nullable String name) {
    return name != null && THIS_MACHINE.matcher(name).matches();
  }

  private static boolean changes(ServerHttpRequest request) {
    return !request.getMethod().equals(HttpMethod.GET)
        && !request.getMethod().equals(HttpMethod.HEAD)
        && !request.getMethod().equals(HttpMethod.OPTIONS);
  }

  /** Browsers say where a request comes from; programs, which say nothing, may send. */
  private static boolean isFromItsOwnPage(HttpHeaders request) {
    @Nullable String site = request.getFirst("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    @Nullable String origin = request.getOrigin(); // of an older browser
    return origin == null || origin.endsWith("://" + request.getFirst("Host"));
  }

  private static Mono<Void> refused(String why) {
    return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN, why));
  }
}
