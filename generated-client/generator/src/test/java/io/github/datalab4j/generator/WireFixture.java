package io.github.datalab4j.generator;

import io.reactivex.rxjava3.core.Completable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The client of the document with every kind of parameter, generated once, against a server. */
final class WireFixture implements BeforeEachCallback, AfterEachCallback {
  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient();
  private Generated generated;
  private Class<?> type;
  private Object api;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    server.start();
    generated =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(WireFixture.class))
            .getOrComputeIfAbsent(Generated.class);
    type = generated.client.type("api.KindsApi");
    api =
        generated
            .client
            .retrofit(http)
            .baseUrl(server.url("/base/"))
            .validateEagerly(true)
            .build()
            .create(type);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    server.shutdown();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /** The generated client; deleted when all tests are done. */
  static final class Generated implements AutoCloseable {
    final Path folder;
    final GeneratedClient.Loaded client;

    Generated() throws IOException {
      folder = Files.createTempDirectory("wire");
      client = GeneratedClient.generate(DocumentFiles.own("parameters.yaml"), folder).compile();
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> deepestFirst =
            files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
  }

  MockWebServer server() {
    return server;
  }

  Path folder() {
    return generated.folder;
  }

  Object call(String method, Object... arguments) {
    return GeneratedClient.call(type, api, method, arguments);
  }

  /** Sends what is answered by nothing. */
  RecordedRequest send(String method, Object... arguments) {
    server.enqueue(new MockResponse().setResponseCode(204));
    ((Completable) call(method, arguments)).blockingAwait();
    return taken();
  }

  RecordedRequest taken() {
    try {
      return server.takeRequest();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void answer(String contentType, String body) {
    server.enqueue(new MockResponse().setHeader("Content-Type", contentType).setBody(body));
  }

  Class<?> type(String name) {
    return generated.client.type(name);
  }

  Object model(String name, String json) {
    return generated.client.model(name, json);
  }

  Object point(String json) {
    return model("Point", json);
  }

  Object mode(String value) {
    return model("Mode", '"' + value + '"');
  }
}
