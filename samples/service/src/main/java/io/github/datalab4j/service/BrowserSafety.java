package io.github.datalab4j.service;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The page loads nothing from elsewhere, and is shown in nobody's frame. */
@Component
final class BrowserSafety implements WebFilter {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    HttpHeaders response = exchange.getResponse().getHeaders();
    response.set("Content-Security-Policy", POLICY);
    response.set("X-Content-Type-Options", "nosniff");
    return chain.filter(exchange);
  }
}
