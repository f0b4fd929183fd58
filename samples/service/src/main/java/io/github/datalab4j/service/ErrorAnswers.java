package io.github.datalab4j.service;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every error that nobody else has answered becomes a problem detail. What the service itself is to
 * blame for is logged, and its cause is told to nobody else.
 */
@Component
@Order(-2) // before the framework's, which answer with pages and attributes of their own
final class ErrorAnswers implements ErrorWebExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private final JsonMapper json;

  ErrorAnswers(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(error)) {
      return Mono.error(error); // too late to say: the framework logs it, and cuts the answer off
    }
    String path = exchange.getRequest().getPath().value();
    ProblemDetail problem = problem(error, path);
    problem.setInstance(URI.create(path));
    response.setStatusCode(HttpStatusCode.valueOf(problem.getStatus()));
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    byte[] body = json.writeValueAsBytes(problem);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  private static ProblemDetail problem(Throwable error, String path) {
    if (error instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return known.getBody();
    }
    LOG.error("{} could not be answered.", path, error);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR, "The service could not answer; its log says why.");
  }
}
