package io.github.datalab4j.upgrade.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.datalab4j.generator.document.UnreadableDocumentException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentSourceTest {
  private static final String DOCUMENT = "openapi: 3.1.0\npaths: {}\n";

  @TempDir Path folder;

  @Test
  void readsAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("a.yaml"), DOCUMENT);

    assertEquals(DOCUMENT, new DocumentSource().read(file.toString()).text());
  }

  @Test
  void readsAnAddress() throws Exception {
    assertEquals(DOCUMENT, new DocumentSource().read(serve(200, DOCUMENT)).text());
  }

  @Test
  void saysWhatAnAddressAnswersInstead() throws Exception {
    String url = serve(404, "none");

    assertEquals(url + " answers 404 instead of the document.", refused(url));
  }

  @Test
  void saysThatAnAddressDoesNotAnswer() throws Exception {
    String url;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "http://localhost:" + socket.getLocalPort() + "/openapi.json";
    }

    String message = refused(url);

    assertTrue(message.startsWith(url + " does not answer ("), message);
    assertTrue(message.endsWith("or download the document and give its path."), message);
  }

  @Test
  void doesNotWaitForEver() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://localhost:" + silent.getLocalPort() + "/";

      UnreadableDocumentException error =
          assertThrows(
              UnreadableDocumentException.class,
              () -> new DocumentSource(Duration.ofMillis(50), Duration.ofMinutes(1)).read(url));

      assertTrue(error.getMessage().startsWith(url + " does not answer ("), error.getMessage());
    }
  }

  @Test
  void doesNotWaitForEverForTheEndOfAnAnswer() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    String url =
        serve(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('o');
              exchange.getResponseBody().flush();
              over.await();
            });

    UnreadableDocumentException error =
        assertThrows(
            UnreadableDocumentException.class,
            () -> new DocumentSource(Duration.ofMinutes(1), Duration.ofMillis(50)).read(url));
    over.countDown();

    assertTrue(error.getMessage().contains("the answer does not end"), error.getMessage());
  }

  @Test
  void followsRedirects() throws Exception {
    String document = serve(200, DOCUMENT);
    String url =
        serve(
            exchange -> {
              exchange.getResponseHeaders().set("Location", document);
              exchange.sendResponseHeaders(302, -1);
            });

    assertEquals(DOCUMENT, new DocumentSource().read(url).text());
  }

  @Test
  void refusesAnAddressThatIsNone() {
    assertTrue(refused("http://:::").startsWith("http://::: does not answer ("));
  }

  @Test
  void saysThatThereIsNoFile() {
    assertEquals(
        "There is no file nowhere.yaml. Give a path, or an address that begins with http.",
        refused("nowhere.yaml"));
  }

  @Test
  void refusesAFolder() {
    assertEquals(folder + " is a folder; give the document in it.", refused(folder.toString()));
  }

  private static String refused(String pathOrUrl) {
    return assertThrows(
            UnreadableDocumentException.class, () -> new DocumentSource().read(pathOrUrl))
        .getMessage();
  }

  private static String serve(int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return serve(
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  private interface Answer {
    void write(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** Answers one request, then ends. */
  private static String serve(Answer answer) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.createContext(
        "/",
        exchange -> {
          try {
            answer.write(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
          server.stop(0);
        });
    server.start();
    return "http://localhost:" + server.getAddress().getPort() + "/openapi.yaml";
  }
}
