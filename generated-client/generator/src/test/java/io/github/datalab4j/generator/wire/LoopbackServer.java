package io.github.datalab4j.generator.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A service that answers each call as it is told, and an OkHttp to call it. */
final class LoopbackServer implements AutoCloseable {
  /** The path of its address. */
  static final String PREFIX = "/base/";

  final OkHttpClient http =
      new OkHttpClient.Builder()
          .dispatcher(new okhttp3.Dispatcher(new CallerRuns()))
          .readTimeout(Duration.ofMinutes(1))
          .build();
  private final MockWebServer server = new MockWebServer();
  private volatile Function<RecordedRequest, MockResponse> answers =
      request -> new MockResponse().setResponseCode(500);

  LoopbackServer() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answers.apply(request);
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return server.url(PREFIX).toString();
  }

  void answerBy(Function<RecordedRequest, MockResponse> answers) {
    this.answers = answers;
  }

  /** The request that came since the last time; null where none did. */
  @Nullable RecordedRequest taken() throws InterruptedException {
    return server.takeRequest(0, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    try {
      server.shutdown();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
