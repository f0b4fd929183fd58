package io.github.datalab4j.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a proxy says while the service behind it is away: a page of its own. */
final class BadGateway implements AutoCloseable {
  private static final byte[] PAGE = "<html><h1>502 Bad Gateway</h1></html>".getBytes(UTF_8);

  private final HttpServer server;
  private final List<String> paths = new CopyOnWriteArrayList<>();

  BadGateway(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  void awaitRequests(String end, int count) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> paths.stream().filter(path -> path.endsWith(end)).count() >= count);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      paths.add(exchange.getRequestURI().getPath());
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      exchange.sendResponseHeaders(502, PAGE.length);
      exchange.getResponseBody().write(PAGE);
    }
  }
}
