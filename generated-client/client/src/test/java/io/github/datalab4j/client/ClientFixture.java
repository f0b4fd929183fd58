package io.github.datalab4j.client;

import io.github.datalab4j.client.api.CustomPipelinesDeprecatedApi;
import io.github.datalab4j.client.api.CustomProcessorsApi;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import retrofit2.Retrofit;

/** A server on loopback and the interfaces that call it; all is closed after each test. */
final class ClientFixture implements BeforeEachCallback, AfterEachCallback {
  static final String ACCEPTED = "{\"response_check_url\":\"/api/v1/custom_pipelines/k\"}";
  static final String PROCESSING =
      "{\"status\":\"processing\",\"sent_at\":\"2026-01-01T00:00:00\"}";

  private final OkHttpClient client;
  private final MockWebServer server = new MockWebServer();

  ClientFixture() {
    this(new OkHttpClient());
  }

  ClientFixture(OkHttpClient client) {
    this.client = client;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    server.start();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    server.shutdown();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  OkHttpClient client() {
    return client;
  }

  void enqueue(MockResponse response) {
    server.enqueue(response);
  }

  void enqueueJson(String json) {
    server.enqueue(new MockResponse().setHeader("Content-Type", "application/json").setBody(json));
  }

  RecordedRequest taken() {
    try {
      RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
      if (request == null) {
        throw new AssertionError("No request came");
      }
      return request;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Retrofit retrofit(OkHttpClient client) {
    return ApiClient.retrofit(client, ApiClient.moshi().build())
        .baseUrl(server.url("/"))
        .validateEagerly(true)
        .build();
  }

  CustomProcessorsApi processors() {
    return retrofit(client).create(CustomProcessorsApi.class);
  }

  CustomPipelinesDeprecatedApi pipelines() {
    return pipelines(client);
  }

  /** Called through a client of the test's own, derived from {@link #client()}. */
  CustomPipelinesDeprecatedApi pipelines(OkHttpClient client) {
    return retrofit(client).create(CustomPipelinesDeprecatedApi.class);
  }
}
